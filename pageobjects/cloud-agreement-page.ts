import { byId, byText } from './locators.ts';
import { Page } from './page.ts';
import { strings } from './strings/table.ts';

const PACKAGE = 'com.miui.cloudservice';
const NEXT_ID = `${PACKAGE}:id/btn_next`;

/** Xiaomi Cloud's privacy policy and user agreement. Only MIUI 10's button has a known id: texts lead. */
export class CloudAgreementPage extends Page {
  override readonly screen = 'Xiaomi Cloud agreement';
  override readonly signature = {
    ids: [NEXT_ID],
    selector: byText(strings.cloudAgree, PACKAGE),
  };

  async agree(): Promise<void> {
    const button = await this.firstOf(byId(NEXT_ID), byText(strings.cloudAgree, PACKAGE));
    await button.click();
  }
}
