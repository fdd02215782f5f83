import { accountIds, android, byId, scrolledTo } from './locators.ts';
import { Page } from './page.ts';

const CODE_IDS = accountIds('area_code');

/** The list of countries and their calling codes. */
export class CountryListPage extends Page {
  override readonly screen = 'country list';
  override readonly signature = { ids: CODE_IDS };

  /** Picks the first country with a calling code, e.g. `+49`. */
  async choose(callingCode: string): Promise<void> {
    const row = `${byId(...CODE_IDS)}.text("${callingCode}")`;
    const list = 'new UiSelector().scrollable(true)';
    await this.driver.$(android(scrolledTo(list, row))).click();
  }
}
