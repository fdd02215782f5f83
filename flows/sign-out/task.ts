import type { RunContext } from '../../config/run-context.ts';
import { SettingsHome } from '../../pageobjects/settings-home.ts';
import type { Journey } from '../journey.ts';
import type { UiPhone } from '../phones.ts';
import { AccountRecord } from '../sign-up/account-record.ts';

/** What becomes of data that was synced to the phone: it stays there, or not. */
export type SyncedData = 'keep' | 'remove';

/** What the screens of one sign-out share: what it works with, and how far it has come. */
export class SignOutTask {
  readonly phone: UiPhone;
  readonly context: RunContext;
  readonly syncedData: SyncedData;
  readonly record: AccountRecord;
  readonly journey: Journey;
  /** As Settings showed it. */
  account: string | undefined;
  #begun = false;

  constructor(
    parts: Pick<SignOutTask, 'phone' | 'context' | 'syncedData'>,
    journey: (task: SignOutTask) => Journey,
  ) {
    this.phone = parts.phone;
    this.context = parts.context;
    this.syncedData = parts.syncedData;
    this.record = new AccountRecord(parts.phone, parts.context);
    this.journey = journey(this);
  }

  /** Whether the app was told to sign out. */
  get begun(): boolean {
    return this.#begun;
  }

  /** To be called when the app is about to be told to sign out: from here on Settings is the end. */
  begin(): void {
    this.#begun = true;
    this.journey.screens.reopen(SettingsHome);
  }
}
