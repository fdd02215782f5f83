import { runContext, type PictureReader } from '../../config/run-context.ts';
import { PictureCodePage } from '../../pageobjects/picture-code-page.ts';
import { cropTo, type Region } from '../../vision/screenshot.ts';
import type { PhoneAdmin } from './phone-admin.ts';

/** More pictures than this a person would not look at either. */
const MAX_PICTURES = 3;

/** A person with the emulated phone in their hand: sees its screen, secure or not, and touches it. */
export class PersonAtPhone {
  readonly #admin: PhoneAdmin;
  readonly #eyes: PictureReader;

  /** @param eyes what reads a picture for them. */
  constructor(admin: PhoneAdmin, eyes: PictureReader) {
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

  /** The text of the picture that shows, looking at another one where it cannot be read. */
  async readPictureCode(): Promise<string> {
    const page = new PictureCodePage(browser);
    for (let pictures = 1; ; pictures += 1) {
      const { picture } = await page.places();
      const seen = await cropTo(await this.#admin.screen(), picture);
      const text = seen && (await this.#eyes.read(seen));
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
