import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { XMLBuilder } from 'fast-xml-parser';
import type { RunRecord } from './run-record.ts';

const ATTRIBUTES = '$';
const builder = new XMLBuilder({
  attributesGroupName: ATTRIBUTES,
  attributeNamePrefix: '',
  ignoreAttributes: false,
  format: true,
});

/**
 * Writes a JUnit result for a run that ended before a test could leave one, so that a CI system that
 * reads nothing else sees that the run failed, and why.
 */
export function writeFallbackJunit(
  junitDir: string,
  { error }: Pick<RunRecord, 'error'>,
  times: { startedAtMs: number; endedAtMs: number },
): void {
  if (error === undefined || readdirSync(junitDir).length > 0) return;
  const name = 'The run';
  const time = ((times.endedAtMs - times.startedAtMs) / 1000).toFixed(3);
  const counts = { tests: '1', failures: '0', errors: '1', skipped: '0' };
  const [summary = ''] = error.message.split('\n');
  const timestamp = new Date(times.startedAtMs).toISOString().slice(0, 19);
  const xml = builder.build({
    '?xml': { [ATTRIBUTES]: { version: '1.0', encoding: 'UTF-8' } },
    testsuites: {
      [ATTRIBUTES]: counts,
      testsuite: {
        [ATTRIBUTES]: { name, timestamp, time, ...counts },
        testcase: {
          [ATTRIBUTES]: { classname: name, name, time },
          error: { [ATTRIBUTES]: { type: error.type, message: summary }, '#text': error.message },
        },
      },
    },
  });
  writeFileSync(join(junitDir, 'run.xml'), xml);
}
