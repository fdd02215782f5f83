import { accountIds, android, byId, scrolledTo } from './locators.ts';
import { Page } from './page.ts';

const CODE_IDS = accountIds('area_code');
/** Its name is inferred. */
const SEARCH_IDS = accountIds('search');

/** The list of countries and their calling codes. */
export class CountryListPage extends Page {
  override readonly screen = 'country list';
  override readonly signature = { ids: CODE_IDS };

  /** Whether the list is what shows. */
  async isShown(): Promise<boolean> {
    return this.driver.$(android(byId(...CODE_IDS))).isExisting();
  }

  /** The country rows in sight: name and calling code, in the list's order. */
  async codesInSight(): Promise<string[]> {
    return this.driver.$$(android(byId(...CODE_IDS))).map((code) => code.getText());
  }

  /**
   * Types into the search field, and puts the keyboard away.
   * @returns `false` where the list has none, as on the classic app: one scrolls there.
   */
  async search(words: string): Promise<boolean> {
    const field = this.driver.$(android(byId(...SEARCH_IDS)));
    if (!(await field.isExisting())) return false;
    await field.setValue(words);
    return true;
  }

  /** Picks the first country with a calling code, e.g. `+49`. */
  async choose(callingCode: string): Promise<void> {
    const row = `${byId(...CODE_IDS)}.text("${callingCode}")`;
    const list = 'new UiSelector().scrollable(true)';
    await this.driver.$(android(scrolledTo(list, row))).click();
  }
}
