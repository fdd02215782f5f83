import { categoryOf } from '../../config/errors.ts';
import type { AccountState } from '../../config/progress.ts';
import type { RunContext } from '../../config/run-context.ts';
import { MI_ACCOUNT_TYPE, type PhoneAccount } from '../../device/accounts.ts';
import type { CallOptions } from '../../device/adb.ts';
import { Ledger, type AttemptEvent } from '../../device/ledger/ledger.ts';
import type { UiPhone } from '../phones.ts';

/** A phone that is there answers in a tenth of a second. */
const ACCOUNT_CHECK_MS = 5_000;

/** What becomes of the account: as the phone lists it, as the run tells it, as the ledger keeps it. */
export class AccountRecord {
  readonly #phone: UiPhone;
  readonly #context: RunContext;
  readonly #ledger: Ledger;
  #isVerified = false;

  constructor(phone: UiPhone, context: RunContext) {
    this.#phone = phone;
    this.#context = context;
    this.#ledger = new Ledger(context.settings.stateDir);
  }

  /**
   * The Mi account that the phone's account manager lists; `undefined` for none, `'unlisted'` when the
   * phone can only be asked through its screen.
   */
  async listed(
    call: CallOptions = { signal: this.#context.signal },
  ): Promise<PhoneAccount | 'unlisted' | undefined> {
    const accounts = await this.#phone.bridge.accounts(call);
    if (accounts === undefined) return 'unlisted';
    return accounts.find(({ type }) => type === MI_ACCOUNT_TYPE);
  }

  tell(account: AccountState): void {
    this.#context.progress.emit({ type: 'account', serial: this.#phone.serial, account });
  }

  async intent(): Promise<void> {
    await this.#ledger.recordIntent(this.#entry());
  }

  /** The service has taken a request for an SMS code. */
  async codeRequested(): Promise<void> {
    await this.#noted({ kind: 'code-requested' });
  }

  /** Whether the app has taken an SMS code. */
  get isVerified(): boolean {
    return this.#isVerified;
  }

  /** The app has taken the SMS code. */
  async verified(): Promise<void> {
    if (this.#isVerified) return;
    this.#isVerified = true;
    await this.#noted({ kind: 'verified' });
  }

  /** @param account its id as Settings shows it. */
  async created(account: string): Promise<void> {
    this.tell('created');
    await this.#ledger.record(this.#entry(), { kind: 'created', account });
  }

  /** @param account as Settings showed it. */
  async signedOut(account: string | undefined): Promise<void> {
    this.tell('signed-out');
    const { runId, phone } = this.#context;
    await this.#tried('The sign-out is not in the ledger', () =>
      this.#ledger.recordSignedOut({ runId, serial: phone.serial, account }),
    );
  }

  /**
   * What stopped the sign-up may have come after the account: the phone knows.
   * @param error what stopped it.
   */
  async failed(error: unknown): Promise<void> {
    // Not the run's own signal: an interrupted run wants to know too.
    const look = await this.#tried('Whether there is an account is not known', async () => ({
      account: await this.listed({ timeoutMs: ACCOUNT_CHECK_MS }),
    }));
    if (look?.account === 'unlisted') {
      this.#note('Whether there is an account only Settings tells: look there before you go on.');
    } else if (look?.account) {
      this.tell('created');
      this.#note(`The account exists nevertheless: the phone lists ${look.account.name}.`);
      await this.#noted({ kind: 'created', account: look.account.name });
      return;
    }
    const cause = {
      type: error instanceof Error ? error.name : 'Error',
      category: categoryOf(error),
    };
    // A server that took the code and does not answer may make the account all the same.
    const mayExist =
      look === undefined ||
      look.account === 'unlisted' ||
      (this.#isVerified && cause.category === 'server-slow');
    await this.#noted({ kind: mayExist ? 'unknown' : 'failed', error: cause });
  }

  /** The sign-up goes on, or has ended, whatever becomes of the entry. */
  async #noted(event: AttemptEvent): Promise<void> {
    await this.#tried(`“${event.kind}” is not in the ledger`, () =>
      this.#ledger.record(this.#entry(), event),
    );
  }

  /**
   * The sign-up itself matters more than a failure to look into it, which is only told.
   * @param inVain how the note begins.
   */
  async #tried<T>(inVain: string, part: () => Promise<T>): Promise<T | undefined> {
    try {
      return await part();
    } catch (error) {
      const [line = ''] = (error instanceof Error ? error.message : String(error)).split('\n');
      this.#note(`${inVain}: ${line}`);
      return undefined;
    }
  }

  #note(text: string): void {
    const { progress, phone } = this.#context;
    progress.emit({ type: 'note', serial: phone.serial, text });
  }

  #entry() {
    const { runId, settings, phone } = this.#context;
    return {
      number: settings.phoneNumber,
      serial: phone.serial,
      environment: phone.environment,
      runId,
    };
  }
}
