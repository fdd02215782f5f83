import { smsNotReceived, type SmsReport } from '../../device/sms/report.ts';
import { withScreen } from '../../device/sms/sources.ts';
import { waitForSmsCode } from '../../device/sms/wait.ts';
import type { Page } from '../../pageobjects/page.ts';
import { askAgain } from './resend.ts';
import { ScreenSource } from './screen-source.ts';
import type { SmsCodeTask } from './task.ts';

/** Where the screen is no source, a command this often keeps the WebDriver session alive. */
const KEEP_ALIVE_MS = 60_000;
const SMS = 'the SMS code';
const BLIND =
  'The phone lets nobody see its SMS (`npm run sms` says why): it has to fill in the code by itself, or a person types it there.';
const SOMEBODY = 'the phone to fill in the SMS code, or a person to type it';

export type FoundCode =
  | { readonly kind: 'code'; readonly code: string }
  /** The phone filled it in or a person typed it; on a page that is left then, nothing is known of it. */
  | { readonly kind: 'entered'; readonly code: string | undefined }
  /** Asking for another code led to another screen. */
  | { readonly kind: 'elsewhere'; readonly page: Page };

/**
 * Waits for a code that was not tried yet, and asks for another one when none comes. The wait counts as
 * the server's time: the SMS is under way.
 * @throws CodeRejectedError when the step's budget is spent and an earlier code was refused.
 * @throws SmsNotReceivedError when it is spent without any code.
 * @throws SmsSourcesClosedError, PhoneLostError at once; and the run's reason when it is interrupted.
 */
export async function awaitCode(task: SmsCodeTask): Promise<FoundCode> {
  const { clock, context, journey, phone, requests } = task;
  const { progress, settings, signal } = context;
  const { recorder } = journey;
  requests.isInterrupted = false;
  const screen = new ScreenSource(task);
  requests.reading ??= await phone.bridge.sms(settings, { signal });
  const { simSlot, sources } = requests.reading;
  const keepAlive = settings.sms.sources.includes('screen') ? undefined : new KeepAlive(task);
  for (;;) {
    recorder.onServer();
    const outcome = await waitForSmsCode({
      sources: withScreen(sources, screen, settings),
      simSlot,
      serial: phone.serial,
      sinceMs: requests.sinceMs,
      untilMs: Math.min(recorder.untilMs, requests.askAgainAtMs(settings.sms)),
      clock,
      signal,
      used: requests.used,
      onWaiting: async () => {
        recorder.waiting(requests.isBlind ? SOMEBODY : SMS);
        if (!requests.isBlind) await recorder.pausing(SMS);
        await keepAlive?.sendIfDue();
      },
      onBlind: () => {
        if (!requests.isBlind) progress.emit({ type: 'note', text: BLIND });
        requests.isBlind = true;
      },
    });
    if (outcome.kind === 'nothing') recorder.nothingCame();
    else recorder.answered();
    if (outcome.kind === 'entered') return { kind: 'entered', code: screen.code };
    if (outcome.kind === 'code') {
      progress.emit({ type: 'secret', kind: 'code', value: outcome.code });
      return { kind: 'code', code: outcome.code };
    }
    if (clock.now() < requests.askAgainAtMs(settings.sms)) throw outOfTime(task, outcome.report);
    const elsewhere = await askAgain(task);
    if (elsewhere) return { kind: 'elsewhere', page: elsewhere };
  }
}

function outOfTime({ journey, phone, requests, shown }: SmsCodeTask, report: SmsReport): Error {
  if (requests.refusal) return journey.errorFor(requests.refusal, shown);
  return smsNotReceived(phone.serial, journey.recorder.budgetMs, report);
}

class KeepAlive {
  readonly #task: SmsCodeTask;
  #sentAtMs: number;

  constructor(task: SmsCodeTask) {
    this.#task = task;
    this.#sentAtMs = task.clock.now();
  }

  async sendIfDue(): Promise<void> {
    const { clock, journey } = this.#task;
    if (clock.now() < this.#sentAtMs + KEEP_ALIVE_MS) return;
    this.#sentAtMs = clock.now();
    await journey.screens.current();
  }
}
