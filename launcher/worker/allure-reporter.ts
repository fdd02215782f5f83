import AllureReporter, { type AllureReporterOptions } from '@wdio/allure-reporter';
import { label } from 'allure-js-commons';
import type { HookStats, RunnerStats, SuiteStats, TestStats } from '@wdio/reporter';
import type { EventEmitter } from 'node:events';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { categoryOf } from '../../config/errors.ts';
import { CATEGORY_LABEL } from '../errors.ts';
import { describeResult, dropEvidence } from './described-result.ts';
import { workerState } from './state.ts';

/** By which adapters tell the reporter of a test's file; it has no other way in. */
const TEST_INFO = 'allure:addTestInfo';

/**
 * Allure results that say what was tested where, and whose histories are those of a test on a phone. They
 * name their own spec file, too: the reporter takes all that a worker runs to be in the first one of its
 * files.
 */
export default class SpecAllureReporter extends AllureReporter {
  #worker: string | undefined;
  /** The one that runs, or whose hooks do. */
  #test: TestStats | undefined;

  constructor(options: AllureReporterOptions) {
    super({
      ...options,
      listeners: [
        {
          beforeTestResultWrite(result) {
            const { link } = workerState();
            if (link !== undefined) describeResult(result, link);
            for (const source of dropEvidence(result)) {
              rmSync(join(options.outputDir ?? '', source), { force: true });
            }
          },
        },
      ],
    });
  }

  override onRunnerStart(runner: RunnerStats): void {
    super.onRunnerStart(runner);
    this.#worker = runner.cid;
  }

  override onSuiteStart(suite: SuiteStats): void {
    if (suite.file !== '') {
      (process as EventEmitter).emit(TEST_INFO, { file: suite.file, cid: this.#worker });
    }
    super.onSuiteStart(suite);
  }

  override onTestStart(test: TestStats): void {
    this.#test = test;
    super.onTestStart(test);
  }

  override onTestPass(test: TestStats): void {
    this.#test = undefined;
    super.onTestPass(test);
  }

  override onTestFail(test: TestStats): void {
    this.#test = undefined;
    super.onTestFail(test);
  }

  override onTestSkip(test: TestStats): void {
    this.#test = undefined;
    super.onTestSkip(test);
  }

  override onHookEnd(hook: HookStats): void {
    super.onHookEnd(hook);
    if (hook.error === undefined) return;
    // Mocha neither runs a test whose hook failed nor tells what became of it: its result would have no end.
    if (this.#test !== undefined) {
      this.onTestFail(Object.assign(Object.create(this.#test) as TestStats, failureOf(hook)));
    }
    void label(CATEGORY_LABEL, categoryOf(hook.error));
  }
}

/** Of the test that a hook is for. */
function failureOf({ error, end, duration }: HookStats): Partial<TestStats> {
  return { error, end, _duration: duration };
}
