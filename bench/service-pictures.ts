import { createCanvas, loadImage } from '@napi-rs/canvas';
import type { PictureForm, PictureOutcome } from '../flows/picture-code/tries.ts';
import { SystemClock } from '../emulator/android/clock.ts';
import { ServiceError } from '../emulator/service/errors.ts';
import { PictureCodes } from '../emulator/service/picture-codes.ts';
import type { PictureDifficulty } from '../emulator/service/settings.ts';

/** As the picture dialog of a 720×1600 phone shows it. */
const WIDTH_PX = 400;
const HEIGHT_PX = 144;

/** The account service's picture codes, without a phone to show them. */
export class ServicePictures implements PictureForm<'taken'> {
  readonly #codes = new PictureCodes(new SystemClock(), Math.random);
  readonly #difficulty: PictureDifficulty;
  #shown: { readonly id: string; readonly svg: string } | undefined;
  /** What became of the pictures in vain. */
  readonly outcomes: PictureOutcome[] = [];

  constructor(difficulty: PictureDifficulty) {
    this.#difficulty = difficulty;
  }

  async picture(): Promise<Buffer> {
    this.#shown ??= this.#codes.create(this.#difficulty);
    return paint(this.#shown.svg);
  }

  async answer(text: string): Promise<'taken' | undefined> {
    const id = this.#shown?.id ?? '';
    this.#shown = undefined;
    try {
      this.#codes.answer(id, text, Date.now());
      return 'taken';
    } catch (error) {
      if (!(error instanceof ServiceError)) throw error;
      return undefined;
    }
  }

  async renew(): Promise<void> {
    this.#shown = undefined;
  }

  async failed(_picture: Buffer, _number: number, outcome: PictureOutcome): Promise<void> {
    this.outcomes.push(outcome);
  }
}

async function paint(svg: string): Promise<Buffer> {
  const canvas = createCanvas(WIDTH_PX, HEIGHT_PX);
  const context = canvas.getContext('2d');
  context.fillStyle = 'white';
  context.fillRect(0, 0, WIDTH_PX, HEIGHT_PX);
  context.drawImage(await loadImage(Buffer.from(svg)), 0, 0, WIDTH_PX, HEIGHT_PX);
  return canvas.encode('png');
}
