import JunitReporter from '@wdio/junit-reporter';

/** What the reporter is told when its worker ends. */
type RunnerEnd = Parameters<JunitReporter['onRunnerEnd']>[0];

/**
 * JUnit results without the WebDriver commands that the reporter lists for every test: a flow asks
 * the phone ten times a second what it shows, and `reports/logs/` has it all.
 */
export default class QuietJunitReporter extends JunitReporter {
  override onRunnerEnd(runner: RunnerEnd): void {
    for (const test of Object.values(this.tests)) test.output.length = 0;
    super.onRunnerEnd(runner);
  }
}
