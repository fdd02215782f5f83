import { PassportError } from '../../errors.ts';
import { LoginFlowActivity } from '../../login-flow.tsx';
import { vouchedSimNumber } from '../../sim-number.ts';
import { PasswordPage } from './password-page.tsx';
import { PhonePage } from './phone-page.tsx';
import { SimPage } from './sim-page.tsx';

/**
 * Signs in, or makes an account. The SIM card's own number comes first where its operator vouches
 * for it, else the page for a phone number.
 */
export class AccountLoginActivity extends LoginFlowActivity {
  #phonePage: PhonePage | undefined;

  override onCreate(): void {
    const number = vouchedSimNumber(this.system);
    if (number) this.open(new SimPage(this, number));
    else this.open(this.#newPhonePage());
  }

  /** The phone number instead of the SIM card's. */
  openPhonePage(): void {
    this.open(this.#newPhonePage());
  }

  /** The SIM card's number is of no use. */
  replaceByPhonePage(): void {
    this.replace(this.#newPhonePage());
  }

  /** Back to the phone number. */
  startOver(): void {
    this.backTo(this.#phonePage);
    // It may have been left, or never been opened.
    if (this.front !== this.#phonePage) this.openPhonePage();
  }

  openPasswordPage(login?: string): void {
    this.open(new PasswordPage(this, login));
  }

  /**
   * Runs `task`; where the service wants the account's password instead, its page opens.
   * @param login whose password it is
   * @throws PassportError, that one too
   */
  async unlessPasswordWanted(login: string, task: () => Promise<void>): Promise<void> {
    try {
      await task();
    } catch (error) {
      const isWanted = error instanceof PassportError && error.code === 'PASSWORD_REQUIRED';
      if (isWanted) this.openPasswordPage(login);
      throw error;
    }
  }

  #newPhonePage(): PhonePage {
    this.#phonePage = new PhonePage(this);
    return this.#phonePage;
  }
}
