import { label, parameter } from 'allure-js-commons';
import type { RuntimeMessage } from 'allure-js-commons/sdk';
import type { EventEmitter } from 'node:events';
import type { ProgressEvent } from '../../config/progress.ts';
import { formatMs } from '../terminal/format.ts';

/** By which `@wdio/allure-reporter` takes what a worker tells it. */
const RUNTIME_MESSAGE = 'allure:runtimeMessage';

/** Notes in the report what a run tells of a step or a phone while a test runs. */
export async function reportProgress(event: ProgressEvent): Promise<void> {
  switch (event.type) {
    case 'step-ended':
      // The step is open until its evidence has been taken.
      stepParameters({
        server: formatMs(event.serverMs),
        harness: formatMs(event.harnessMs),
        budget: formatMs(event.budgetMs),
      });
      break;
    case 'account-app':
      await label('generation', event.generation);
      break;
    case 'phone-ready':
      // One that a test has to itself, in the place of the run's.
      await parameter('phone of the test', event.serial, { excluded: true });
      if (event.locale !== undefined) await label('language', event.locale);
      break;
  }
}

/** Allure's own function for it wants to run the step. */
function stepParameters(values: Record<string, string>): void {
  const parameters = Object.entries(values).map(([name, value]) => ({ name, value }));
  const message: RuntimeMessage = { type: 'step_metadata', data: { parameters } };
  (process as EventEmitter).emit(RUNTIME_MESSAGE, message);
}
