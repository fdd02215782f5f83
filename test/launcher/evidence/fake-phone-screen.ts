import sharp from 'sharp';
import type { ScreenDriver } from '../../../launcher/evidence/screen.ts';

export const WIDTH_PX = 200;
export const HEIGHT_PX = 400;

/** A screen of one colour. @param colour as CSS writes it. */
export function plain(colour: string): Promise<Buffer> {
  const create = { width: WIDTH_PX, height: HEIGHT_PX, channels: 3, background: colour } as const;
  return sharp({ create }).png().toBuffer();
}

/** A phone at the WebDriver wire, as far as pictures of its screen need one. */
export class FakePhoneScreen implements ScreenDriver {
  picture: Buffer | Error;
  source: string | Error = '<hierarchy><android.widget.TextView text="Settings"/></hierarchy>';
  /** How often a picture was asked for. */
  pictures = 0;
  readonly #onPicture: () => void;

  constructor(picture: Buffer | Error, onPicture: () => void = () => undefined) {
    this.picture = picture;
    this.#onPicture = onPicture;
  }

  takeScreenshot(): Promise<string> {
    this.pictures += 1;
    this.#onPicture();
    const { picture } = this;
    return picture instanceof Error
      ? Promise.reject(picture)
      : Promise.resolve(picture.toString('base64'));
  }

  getPageSource(): Promise<string> {
    const { source } = this;
    return source instanceof Error ? Promise.reject(source) : Promise.resolve(source);
  }

  updateSettings(): Promise<void> {
    return Promise.resolve();
  }
}
