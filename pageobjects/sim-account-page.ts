import { accountIds, android, byId } from './locators.ts';
import { Page } from './page.ts';

const SKIP_IDS = accountIds('skip_query', 'login_other', 'login_other_account');

/** The offer to sign in with the number of the SIM card at one tap, or to do something else. */
export class SimAccountPage extends Page {
  override readonly screen = 'one-tap sign-in';
  override readonly signature = { ids: SKIP_IDS };

  /** Goes on to where a number can be entered. */
  async skip(): Promise<void> {
    await this.driver.$(android(byId(...SKIP_IDS))).click();
  }
}
