import type { HarnessClock } from '../config/clock.ts';
import type { RunContext } from '../config/run-context.ts';
import type { Adb } from '../device/adb.ts';
import { smsNotReceived } from '../device/sms/report.ts';
import type { CodeSource } from '../device/sms/source.ts';
import { codeSources } from '../device/sms/sources.ts';
import { waitForSmsCode } from '../device/sms/wait.ts';
import type { Page } from '../pageobjects/page.ts';
import type { Journey } from './journey.ts';

interface SmsCodeTask {
  readonly page: Page;
  readonly journey: Journey;
  readonly context: RunContext;
  readonly clock: HarnessClock;
  /** The phone that gets the SMS. */
  readonly adb: Adb;
  /** Time of that phone before which a message does not count. */
  readonly sinceMs: number;
  /** Codes that were entered already. */
  readonly used: Set<string>;
}

/**
 * Waits for the code of this request.
 * @returns the code, or `undefined` when the phone filled it in by itself and went on.
 * @throws SmsNotReceivedError when the step's budget is spent.
 */
export async function awaitSmsCode(task: SmsCodeTask): Promise<string | undefined> {
  const { journey, context, clock, adb } = task;
  const { recorder } = journey;
  const { signal, settings, progress } = context;
  const reading = await codeSources({ adb, settings, screen: screenSource(task) }, { signal });
  const outcome = await waitForSmsCode({
    ...reading,
    serial: adb.serial ?? '',
    sinceMs: task.sinceMs,
    untilMs: clock.now() + recorder.budgetMs - recorder.elapsedMs,
    clock,
    signal,
    used: task.used,
    onWaiting: () => recorder.waiting('the SMS code'),
    onBlind: (text) => progress.emit({ type: 'note', text }),
  });
  if (outcome.kind === 'nothing') {
    throw smsNotReceived(adb.serial ?? '', recorder.budgetMs, outcome.report);
  }
  if (outcome.kind === 'entered') return undefined;
  progress.emit({ type: 'secret', kind: 'code', value: outcome.code });
  // The app reads the same message, and may have been quicker.
  const asks = await journey.screens.shows(task.page, 'the page for the SMS code');
  return asks ? outcome.code : undefined;
}

/** Sees that the phone left the page by itself, and keeps the WebDriver session alive. */
function screenSource({ page, journey }: SmsCodeTask): CodeSource {
  return {
    name: 'screen',
    look: async () =>
      (await journey.screens.hasLeft(page))
        ? { kind: 'entered' }
        : { kind: 'messages', messages: [] },
  };
}
