import type { HarnessClock } from '../../config/clock.ts';
import { assertMaySignUp } from '../../config/live.ts';
import type { RunContext } from '../../config/run-context.ts';
import { SettingsHome } from '../../pageobjects/settings-home.ts';
import type { Journey } from '../journey.ts';
import type { Phones } from '../phones.ts';
import { SignOut } from '../sign-out.ts';
import { CodeRequests, timeBeforeRequest } from '../sms-code/requests.ts';
import { ENTRY_PAGES } from './entry.ts';
import type { AccountRecord } from './account-record.ts';

/** What the screens of one sign-up share: what it works with, and how far it has come. */
export class SignUpTask {
  readonly phones: Phones;
  readonly context: RunContext;
  readonly clock: HarnessClock;
  readonly journey: Journey;
  readonly record: AccountRecord;
  readonly requests = new CodeRequests();
  #numberSubmitted = false;

  constructor(
    parts: Pick<SignUpTask, 'phones' | 'context' | 'clock' | 'record'>,
    journey: (task: SignUpTask) => Journey,
  ) {
    this.phones = parts.phones;
    this.context = parts.context;
    this.clock = parts.clock;
    this.record = parts.record;
    this.journey = journey(this);
  }

  get numberSubmitted(): boolean {
    return this.#numberSubmitted;
  }

  /**
   * Writes down that the number is about to be submitted. Nothing but the picture and the tap may come
   * between this and Next: on a live phone an intent uses the number up.
   * @throws LiveSignupNotAllowedError, NumberNotGivenError
   */
  async aboutToSubmitNumber(): Promise<void> {
    const { phone, settings, signal } = this.context;
    const sinceMs = await timeBeforeRequest(this.phones.sms.bridge, this.clock, signal);
    this.requests.asked(sinceMs);
    assertMaySignUp(phone, settings);
    await this.record.intent();
    this.context.progress.emit({ type: 'number-submitted', serial: phone.serial });
    this.#numberSubmitted = true;
    this.#leavePhoneAsFound();
    // From here on Settings is where the journey ends, not where it began.
    for (const page of [SettingsHome, ...ENTRY_PAGES]) this.journey.screens.reopen(page);
  }

  /** From Next on there may be an account, however the test ends. */
  #leavePhoneAsFound(): void {
    const { cleanUps, settings } = this.context;
    if (settings.afterSignUp !== 'sign-out') return;
    cleanUps?.add(async (context) => {
      await new SignOut(this.phones.ui, context, {}, this.clock).run();
    });
  }
}
