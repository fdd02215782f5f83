import JunitReporter from '@wdio/junit-reporter';
import { completeJunit, type JunitPhone } from './junit-xml.ts';
import { workerState } from './state.ts';

type Options = ConstructorParameters<typeof JunitReporter>[0];
/** What the reporter is told when its worker ends. */
type RunnerEnd = Parameters<JunitReporter['onRunnerEnd']>[0];

/**
 * JUnit results whose suites are a spec on a phone, and whose classes are phone and suite. They are without
 * the WebDriver commands that the reporter lists for every test: a flow asks the phone ten times a second
 * what it shows, and `reports/logs/` has it all.
 */
export default class QuietJunitReporter extends JunitReporter {
  constructor(options: Options) {
    super({
      ...options,
      classNameFormat: ({ suite }) =>
        [workerState().link?.phone.deviceName, suite?.title].join('.'),
    });
  }

  override onRunnerEnd(runner: RunnerEnd): void {
    for (const test of Object.values(this.tests)) test.output.length = 0;
    super.onRunnerEnd(runner);
  }

  override write(xml: unknown): void {
    super.write(typeof xml === 'string' ? completeJunit(xml, phoneOfWorker()) : xml);
  }
}

function phoneOfWorker(): JunitPhone | undefined {
  const { link } = workerState();
  if (link === undefined) return undefined;
  const { deviceName: name, serial, model, system, language } = link.phone;
  return { name, serial, model, system, language };
}
