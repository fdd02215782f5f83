import { label, parameter } from 'allure-js-commons';
import type { RuntimeMessage } from 'allure-js-commons/sdk';
import type { EventEmitter } from 'node:events';
import type { ProgressEvent } from '../../config/progress.ts';
import { formatMs } from '../terminal/format.ts';

type StepEnded = Extract<ProgressEvent, { type: 'step-ended' }>;

/** By which `@wdio/allure-reporter` takes what a worker tells it. */
const RUNTIME_MESSAGE = 'allure:runtimeMessage';

/** Notes in the report what a run tells of a step or a phone while a test runs. */
export async function reportProgress(event: ProgressEvent): Promise<void> {
  switch (event.type) {
    case 'step-ended':
      // The step is open until its evidence has been taken.
      timeOfStep(event);
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

/** One line: a report shows every parameter on a line of its own. Allure's own function wants to run the step. */
function timeOfStep({ serverMs, harnessMs, budgetMs }: StepEnded): void {
  const value = `server ${formatMs(serverMs)}, harness ${formatMs(harnessMs)}, budget ${formatMs(budgetMs)}`;
  const parameters = [{ name: 'time', value }];
  const message: RuntimeMessage = { type: 'step_metadata', data: { parameters } };
  (process as EventEmitter).emit(RUNTIME_MESSAGE, message);
}
