import { byId, byText, containing } from './locators.ts';
import { strings } from './strings/table.ts';
import { SyncPage } from './sync-page.ts';
import { placesInText, type Place } from './text-places.ts';

const PACKAGE = 'com.miui.cloudservice';
const NEXT_ID = `${PACKAGE}:id/btn_next`;
const FIND_DEVICE = { titles: strings.findDevice, packageName: PACKAGE };

/** The texts that the agreement has links to. */
export type LegalText = 'privacyPolicy' | 'userAgreement';

/** Xiaomi Cloud's privacy policy and user agreement. Only MIUI 10's button has a known id: texts lead. */
export class CloudAgreementPage extends SyncPage {
  override readonly screen = 'Xiaomi Cloud agreement';
  override readonly signature = {
    ids: [NEXT_ID],
    selector: byText(strings.cloudAgree, PACKAGE),
  };
  protected override readonly syncRow = { titles: strings.cloudSync, packageName: PACKAGE };

  async agree(): Promise<void> {
    await (await this.#agree()).click();
  }

  /** Whether the agreement is what shows. */
  async isShown(): Promise<boolean> {
    return (await this.#agree()).isExisting();
  }

  /**
   * Leaves the agreement without consent, with Back: the button that some phones have for it is at the
   * top, where the banner of an SMS may lie over it. The app asks whether that is meant.
   */
  async decline(): Promise<void> {
    await this.driver.back();
  }

  /** Whether Find device is switched on here; `undefined` where the page does not offer it. */
  findDeviceIsOn(): Promise<boolean | undefined> {
    return this.isOn(FIND_DEVICE);
  }

  /** Turns the switch of Find device, if there is one. */
  tapFindDevice(): Promise<void> {
    return this.turn(FIND_DEVICE);
  }

  /**
   * Where a link may be touched, the likeliest place first; pixels of the screen. A link within a text
   * is no element, and a phone tells neither the lines of a text nor where in it a link is.
   */
  async placesOfLink(to: LegalText): Promise<Place[]> {
    const [link] = await this.allOf(byText(strings[to], PACKAGE));
    if (link !== undefined) {
      const { x, y, width, height } = link.rect;
      return [{ x: x + width / 2, y: y + height / 2 }];
    }
    const [around] = await this.allOf(containing(strings[to], PACKAGE));
    if (around === undefined) return [];
    const text = await this.driver.getElementText(around.elementId);
    return placesInText(text, strings[to], around.rect);
  }

  async touch({ x, y }: Place): Promise<void> {
    await this.driver.execute('mobile: clickGesture', { x: Math.round(x), y: Math.round(y) });
  }

  #agree() {
    return this.firstOf(byId(NEXT_ID), byText(strings.cloudAgree, PACKAGE));
  }
}
