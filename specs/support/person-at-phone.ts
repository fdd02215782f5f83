import { runContext, type PictureReader } from '../../config/run-context.ts';
import { PictureCodePage } from '../../pageobjects/picture-code-page.ts';
import { SmsCodePage } from '../../pageobjects/sms-code-page.ts';
import { UnreadCloudPage } from '../../pageobjects/unread-cloud-page.ts';
import { cropTo, type Region } from '../../vision/screenshot.ts';
import { AdminRequestError } from './admin-client.ts';
import type { PhoneAdmin } from './phone-admin.ts';

/** More pictures than this a person would not look at either. */
const MAX_PICTURES = 3;

/** A person with the emulated phone in their hand: sees its screen, secure or not, and touches it. */
export class PersonAtPhone {
  readonly #admin: PhoneAdmin;
  readonly #eyes: PictureReader | undefined;

  /** @param eyes what reads a picture for them; absent where none is read. */
  constructor(admin: PhoneAdmin, eyes: PictureReader | undefined) {
    this.#admin = admin;
    this.#eyes = eyes;
  }

  /** Types the text of the picture that shows on the phone itself, and sends it. */
  async typePictureCode(): Promise<void> {
    const page = new PictureCodePage(browser);
    const text = await this.readPictureCode();
    await this.#touch((await page.places()).field);
    await this.#admin.type(text);
    // A keyboard has come up, and may have moved it.
    await this.#touch((await page.places()).confirm);
  }

  /** Types a code into the page for the SMS code, and sends it where the page does not by itself. */
  async typeSmsCode(code: string): Promise<void> {
    const page = new SmsCodePage(browser);
    runContext().progress.emit({ type: 'secret', kind: 'code', value: code });
    await this.#touch((await page.places()).field);
    await this.#admin.type(code);
    const { next } = await page.places();
    if (next !== undefined) await this.#touch(next);
  }

  /** Touches what says this on a page of Xiaomi Cloud's. */
  async touchInCloud(text: string): Promise<void> {
    await this.#touch(await new UnreadCloudPage(browser).placeOfText(text));
  }

  /** Touches what says this as soon as it shows, whatever shows it: the banner of a message, too. */
  async touchText(text: string): Promise<void> {
    const touched = () =>
      this.#admin.tap({ text }).then(
        () => true,
        (error: unknown) => {
          if (error instanceof AdminRequestError) return false;
          throw error;
        },
      );
    await browser.waitUntil(touched, { timeoutMsg: `The phone did not show “${text}”.` });
  }

  /** The text of the picture that shows, looking at another one where it cannot be read. */
  async readPictureCode(): Promise<string> {
    const page = new PictureCodePage(browser);
    const eyes = this.#eyes;
    if (eyes === undefined)
      throw new Error('A person in a spec reads with MI_PICTURE_CODE=ocr only.');
    for (let pictures = 1; ; pictures += 1) {
      const { picture } = await page.places();
      const seen = await cropTo(await this.#admin.screen(), picture);
      const text = seen && (await eyes.read(seen));
      if (text !== undefined) {
        runContext().progress.emit({ type: 'secret', kind: 'code', value: text });
        return text;
      }
      if (pictures === MAX_PICTURES) throw new Error('The person cannot read the pictures.');
      await this.#touch(picture);
    }
  }

  #touch({ left, top, width, height }: Region): Promise<void> {
    return this.#admin.tap({ x: left + width / 2, y: top + height / 2 });
  }
}
