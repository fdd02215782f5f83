import { join } from 'node:path';
import exported, { type Builder } from 'junit-report-builder';
import { writeAllureResult } from '../allure-result.ts';
import type { RunFolder } from '../run-folder.ts';
import type { ClosedTest } from './specs.ts';

/** Its types are those of its ES module; what Node loads is the builder itself. */
const junit = exported as unknown as Builder;
const SUITE = 'Not for the phones of this run';

/**
 * Writes a skipped result, with its reason, for each test whose file did not run: no worker does.
 */
export function writeClosedResults(
  { allureResults, junit: junitDir }: Pick<RunFolder, 'allureResults' | 'junit'>,
  tests: readonly ClosedTest[],
  startedAtMs: number,
): void {
  if (tests.length === 0) return;
  for (const test of tests) writeAllure(allureResults, test, Math.round(startedAtMs));
  writeJunit(join(junitDir, 'skipped.xml'), tests, startedAtMs);
}

function writeAllure(folder: string, { title, file, reason }: ClosedTest, startMs: number): void {
  writeAllureResult(folder, {
    name: title,
    fullName: `${file}#${title}`,
    status: 'skipped',
    message: `Skipped: ${reason}.`,
    startMs,
    stopMs: startMs,
    labels: [
      { name: 'suite', value: SUITE },
      { name: 'package', value: file },
    ],
  });
}

function writeJunit(path: string, tests: readonly ClosedTest[], startedAtMs: number): void {
  // The builder that is exported collects what is built with it; each result needs its own.
  const builder = junit.newBuilder();
  const suite = builder.testSuite().name(SUITE).timestamp(new Date(startedAtMs)).time(0);
  for (const { title, file, reason } of tests) {
    // Its format has no place for a reason.
    suite.testCase().className(file).name(`${title} [skipped: ${reason}]`).time(0).skipped();
  }
  builder.writeTo(path);
}
