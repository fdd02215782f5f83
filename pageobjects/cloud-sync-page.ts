import { android, byId } from './locators.ts';
import { Page } from './page.ts';

const PACKAGE = 'com.miui.cloudservice';
const NEXT_ID = `${PACKAGE}:id/btn_next`;

/** MIUI 10's page of what is to be synced, which follows the agreement. */
export class CloudSyncPage extends Page {
  override readonly screen = 'Xiaomi Cloud sync';
  override readonly signature = { ids: [`${PACKAGE}:id/provision_sw`], counts: 'first' as const };

  /** Takes the page as it is. It is not known to have a button on every phone; leaving it is enough. */
  async accept(): Promise<void> {
    const next = this.driver.$(android(byId(NEXT_ID)));
    if (await next.isExisting()) await next.click();
    else await this.driver.back();
  }
}
