import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import exported, { type Builder } from 'junit-report-builder';
import type { RunRecord } from './run-record.ts';

/** Its types are those of its ES module; what Node loads is the builder itself. */
const junit = exported as unknown as Builder;

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
  const seconds = (times.endedAtMs - times.startedAtMs) / 1000;
  const [summary] = error.message.split('\n');
  // The builder that is exported collects what is built with it; each result needs its own.
  const builder = junit.newBuilder();
  const suite = builder.testSuite().name(name).timestamp(new Date(times.startedAtMs)).time(seconds);
  suite
    .testCase()
    .className(name)
    .name(name)
    .time(seconds)
    .error(summary, error.type, error.message);
  builder.writeTo(join(junitDir, 'run.xml'));
}
