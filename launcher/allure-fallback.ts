import { createHash, randomUUID } from 'node:crypto';
import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CATEGORY_LABEL, errorLines } from './errors.ts';
import type { RunRecord } from './run-record.ts';

/**
 * Writes an Allure result for a run that ended before a test could leave one: bad settings, a taken
 * port, a killed worker. What is known of its steps is in it.
 * @see https://allurereport.org/docs/how-it-works-test-result-file/
 */
export function writeFallbackResult(
  resultsDir: string,
  record: RunRecord,
  times: { startedAtMs: number; endedAtMs: number },
): void {
  const hasResult = readdirSync(resultsDir).some((name) => name.endsWith('-result.json'));
  if (hasResult || record.error === undefined) return;
  const uuid = randomUUID();
  const name = 'The run';
  const span = { start: Math.round(times.startedAtMs), stop: Math.round(times.endedAtMs) };
  const steps = record.phones.flatMap((phone) =>
    phone.steps.map((step) => ({
      name: step.title,
      status: step.outcome,
      stage: 'finished',
      start: span.start,
      stop: Math.round(span.start + step.serverMs + step.harnessMs),
    })),
  );
  const result = {
    uuid,
    historyId: createHash('md5').update(name).digest('hex'),
    name,
    fullName: name,
    description: 'No test wrote a result of its own; this one says what is known of the run.',
    status: 'broken',
    statusDetails: { message: errorLines(record.error) },
    stage: 'finished',
    ...span,
    steps,
    labels: [
      { name: 'suite', value: name },
      { name: CATEGORY_LABEL, value: record.error.category },
    ],
    parameters: record.phones.map(({ model, serial }) => ({
      name: 'phone',
      value: `${model}, ${serial}`,
    })),
    attachments: [],
    links: [],
  };
  writeFileSync(join(resultsDir, `${uuid}-result.json`), JSON.stringify(result));
}

/** What the report shows as the run's environment: one `name = value` per line. */
export function writeEnvironment(resultsDir: string, values: Record<string, string>): void {
  const lines = Object.entries(values).map(([name, value]) => `${name} = ${value}\n`);
  writeFileSync(join(resultsDir, 'environment.properties'), lines.join(''));
}
