import { accountIds, android, byId, inside } from './locators.ts';
import { Page } from './page.ts';

const SIGN_IN_IDS = accountIds('login', 'btn_login');

/**
 * Where the account app takes a password: as a way to sign in, or since the account opens with nothing
 * else. The link for a forgotten one stands on no other page.
 */
export class PasswordPage extends Page {
  override readonly screen = 'password';
  override readonly signature = { ids: accountIds('find_password', 'forgot_pwd') };

  /**
   * Puts both into their fields; the secure keyboard that opens over a password takes no keys from
   * outside.
   * @param login a phone number in E.164, an account's id or an email address.
   */
  async enter({ login, password }: { login: string; password: string }): Promise<void> {
    await (await this.#field('login_id', 'et_account_name')).setValue(login);
    await (await this.#field('password', 'et_account_password')).setValue(password);
  }

  async tapSignIn(): Promise<void> {
    await this.driver.$(android(byId(...SIGN_IN_IDS))).click();
  }

  /** The current app calls every field `input` and names the box around it. */
  #field(box: string, classic: string) {
    return this.firstOf(
      inside(byId(...accountIds(box)), byId(...accountIds('input'))),
      byId(...accountIds(classic)),
    );
  }
}
