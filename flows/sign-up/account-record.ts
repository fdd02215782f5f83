import type { RunContext } from '../../config/run-context.ts';
import type { PhoneAccount } from '../../device/accounts.ts';
import type { CallOptions } from '../../device/adb.ts';
import { Ledger } from '../../device/ledger.ts';
import type { UiPhone } from '../phones.ts';

/** How Android's account manager calls a Mi account. */
const ACCOUNT_TYPE = 'com.xiaomi';
/** A phone that is there answers in a tenth of a second. */
const ACCOUNT_CHECK_MS = 5_000;

/** What becomes of the account: as the phone lists it, as the run tells it, as the ledger keeps it. */
export class AccountRecord {
  readonly #phone: UiPhone;
  readonly #context: RunContext;
  readonly #ledger: Ledger;

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
    return accounts.find(({ type }) => type === ACCOUNT_TYPE);
  }

  tell(account: 'created' | 'signed-in' | 'none'): void {
    this.#context.progress.emit({ type: 'account', serial: this.#phone.serial, account });
  }

  async intent(): Promise<void> {
    await this.#ledger.recordIntent(this.#entry());
  }

  async created(): Promise<void> {
    this.tell('created');
    await this.#ledger.recordOutcome({ ...this.#entry(), outcome: 'created' });
  }

  /** What stopped the sign-up may have come after the account: the phone knows. */
  async failed(): Promise<void> {
    // Not the run's own signal: an interrupted run wants to know too.
    const listed = await this.#tried('Whether there is an account is not known', () =>
      this.listed({ timeoutMs: ACCOUNT_CHECK_MS }),
    );
    if (listed === 'unlisted') {
      this.#note('Whether there is an account only Settings tells: look there before you go on.');
    } else if (listed) {
      this.tell('created');
      this.#note(`The account exists nevertheless: the phone lists ${listed.name}.`);
    }
    const outcome = listed && listed !== 'unlisted' ? 'created' : 'failed';
    await this.#tried('The outcome is not in the ledger', () =>
      this.#ledger.recordOutcome({ ...this.#entry(), outcome }),
    );
  }

  /**
   * What stopped the sign-up matters more than a failure to look into it, which is only noted.
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
    this.#context.progress.emit({ type: 'note', text });
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
