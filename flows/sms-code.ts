import type { HarnessClock } from '../config/clock.ts';
import type { RunContext } from '../config/run-context.ts';
import type { Adb } from '../device/adb.ts';
import { waitForSmsCode } from '../device/sms/wait.ts';
import type { Page } from '../pageobjects/page.ts';
import type { Journey } from './journey.ts';

/** Often enough to see that the phone went on by itself, and to keep the WebDriver session alive. */
const LOOK_AT_SCREEN_MS = 2_000;

/** The phone filled the code in by itself. */
class PhoneWentOn extends Error {}

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
  const { journey, context } = task;
  const wentOn = new AbortController();
  const done = new AbortController();
  const watching = watchScreen(task, wentOn, done.signal);
  try {
    const code = await waitForSmsCode({
      adb: task.adb,
      sinceMs: task.sinceMs,
      budgetMs: journey.recorder.budgetMs,
      spentMs: journey.recorder.elapsedMs,
      clock: task.clock,
      signal: AbortSignal.any([context.signal, wentOn.signal]),
      used: task.used,
      onWaiting: () => {
        journey.recorder.waiting('the SMS code');
      },
    });
    context.progress.emit({ type: 'secret', kind: 'code', value: code });
    // The app reads the same message, and may have been quicker.
    const asks = await journey.screens.shows(task.page, 'the page for the SMS code');
    return asks ? code : undefined;
  } catch (error) {
    if (error instanceof PhoneWentOn) return undefined;
    throw error;
  } finally {
    done.abort();
    await watching;
  }
}

/** Aborts `wentOn` when the phone leaves the screen, or when looking at it fails. */
async function watchScreen(
  { page, journey, clock }: SmsCodeTask,
  wentOn: AbortController,
  done: AbortSignal,
): Promise<void> {
  try {
    for (;;) {
      await clock.sleep(LOOK_AT_SCREEN_MS, done);
      if (await journey.screens.hasLeft(page)) throw new PhoneWentOn();
    }
  } catch (error) {
    if (!done.aborted) wentOn.abort(error);
  }
}
