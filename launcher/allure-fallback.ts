import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeAllureResult } from './allure-result.ts';
import { CATEGORY_LABEL, errorLines } from './errors.ts';
import type { RunRecord } from './run-record.ts';

/**
 * Writes an Allure result for a run that ended before a test could leave one: bad settings, a taken
 * port, a killed worker. What is known of its steps is in it.
 */
export function writeFallbackResult(
  resultsDir: string,
  record: RunRecord,
  times: { startedAtMs: number; endedAtMs: number },
): void {
  const hasResult = readdirSync(resultsDir).some((name) => name.endsWith('-result.json'));
  if (hasResult || record.error === undefined) return;
  const name = 'The run';
  const startMs = Math.round(times.startedAtMs);
  const steps = record.phones.flatMap((phone) =>
    phone.steps.map((step) => ({
      name: step.title,
      status: step.outcome,
      stage: 'finished',
      start: startMs,
      stop: Math.round(startMs + step.serverMs + step.harnessMs),
    })),
  );
  writeAllureResult(resultsDir, {
    name,
    description: 'No test wrote a result of its own; this one says what is known of the run.',
    status: 'broken',
    message: errorLines(record.error),
    startMs,
    stopMs: times.endedAtMs,
    steps,
    labels: [
      { name: 'suite', value: name },
      { name: CATEGORY_LABEL, value: record.error.category },
    ],
    parameters: record.phones.map(({ model, serial }) => ({
      name: 'phone',
      value: `${model}, ${serial}`,
    })),
  });
}

/** Writes a result for each spec file that no phone was left for. */
export function writeNotRunResults(
  resultsDir: string,
  { notRun }: Pick<RunRecord, 'notRun'>,
  atMs: number,
): void {
  for (const { specs, serial, reason } of notRun) {
    for (const name of specs) {
      writeAllureResult(resultsDir, {
        name,
        fullName: `${name}#${serial ?? ''}`,
        status: 'broken',
        message: `Not run: ${reason}`,
        startMs: atMs,
        stopMs: atMs,
        labels: [
          { name: 'suite', value: 'Not run' },
          { name: 'package', value: name },
          { name: CATEGORY_LABEL, value: 'phone-lost' },
        ],
        parameters: serial === null ? [] : [{ name: 'serial', value: serial }],
      });
    }
  }
}

/** What the report's environment says of phones that were not of use to the end. */
export function phoneExceptions({
  phones,
  leftOut,
}: Pick<RunRecord, 'phones' | 'leftOut'>): Record<string, string> {
  const out = phones.flatMap(({ serial, out }) => (out === null ? [] : `${serial}: ${out}`));
  const left = leftOut.map(({ serial, reason }) => `${serial}: ${reason}`);
  return {
    ...(out.length === 0 ? {} : { 'out during the run': out.join(' | ') }),
    ...(left.length === 0 ? {} : { 'left out': left.join(' | ') }),
  };
}

/** What the report shows as the run's environment: one `name = value` per line, as Java's properties. */
export function writeEnvironment(resultsDir: string, values: Record<string, string>): void {
  // A blank ends a name, unless it is escaped.
  const lines = Object.entries(values).map(
    ([name, value]) => `${name.replaceAll(' ', '\\ ')} = ${value}\n`,
  );
  writeFileSync(join(resultsDir, 'environment.properties'), lines.join(''));
}
