import AllureReporter from '@wdio/allure-reporter';
import type { RunnerStats, SuiteStats } from '@wdio/reporter';
import type { EventEmitter } from 'node:events';

/** By which adapters tell the reporter of a test's file; it has no other way in. */
const TEST_INFO = 'allure:addTestInfo';

/**
 * Allure results that name their own spec file: the reporter takes all that a worker runs to be in the
 * first one of its files.
 */
export default class SpecAllureReporter extends AllureReporter {
  #worker: string | undefined;

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
}
