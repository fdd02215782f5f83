import { byId, byText } from './locators.ts';
import { Page, type Found } from './page.ts';
import { strings } from './strings/table.ts';

const PACKAGE = 'com.miui.cloudservice';
const NEXT_ID = `${PACKAGE}:id/btn_next`;
const SWITCHES = `new UiSelector().packageName("${PACKAGE}").checkable(true)`;

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

  /** Whether Find device is switched on here; `undefined` where the page does not offer it. */
  async findDeviceIsOn(): Promise<boolean | undefined> {
    const found = await this.#findDeviceSwitch();
    if (found === undefined) return undefined;
    return (await this.driver.getElementAttribute(found.elementId, 'checked')) === 'true';
  }

  /** Turns the switch of Find device, if there is one. */
  async tapFindDevice(): Promise<void> {
    const found = await this.#findDeviceSwitch();
    if (found !== undefined) await this.driver.elementClick(found.elementId);
  }

  /** How deep rows nest is not known: the switch is the one that stands beside the title. */
  async #findDeviceSwitch(): Promise<Found | undefined> {
    const [title] = await this.allOf(byText(strings.findDevice, PACKAGE));
    if (title === undefined) return undefined;
    const middle = title.rect.y + title.rect.height / 2;
    const switches = await this.allOf(SWITCHES);
    return switches.find(({ rect }) => rect.y <= middle && middle <= rect.y + rect.height);
  }
}
