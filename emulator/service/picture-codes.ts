import { createRequire } from 'node:module';
import svgCaptcha from 'svg-captcha';
import type { Clock } from '../android/clock.ts';
import { ServiceError } from './errors.ts';
import { randomDigits, randomText } from './random.ts';

/**
 * How the pictures look. This is a test service whose pictures a machine is meant to read, so
 * they are plain. Measured with tesseract.js (eng, 4.0.0_best_int, one line of text) on pictures
 * 400 px wide: svg-captcha's own comic typeface is read right in 20 of 40 cases, Roboto Medium
 * with these letters in 200 of 200, and in 60 of 60 with two Ms and three of the wide letters; digits
 * among the letters cost a tenth (4 read as A, 9 as O). The letters stand 33 apart, so that with a
 * size above 42 two Ms run together.
 */
const ALPHABET = 'ACEFHKLMNPRTXY';
const LENGTH = 5;
const LOOK = { width: 200, height: 72, fontSize: 42, noise: 0, color: false } as const;

svgCaptcha.loadFont(
  createRequire(import.meta.url).resolve(
    '@expo-google-fonts/roboto/500Medium/Roboto_500Medium.ttf',
  ),
);

/** The library draws a given text when called itself; its typings leave that out. */
const drawSvg = svgCaptcha as unknown as (text: string, look: typeof LOOK) => string;

const VALID_MS = 5 * 60_000;

interface Challenge {
  readonly text: string;
  readonly createdAtMs: number;
  answered: boolean;
}

/** The pictures with letters that tell a person from a program. */
export class PictureCodes {
  readonly #challenges = new Map<string, Challenge>();
  readonly #clock: Clock;
  readonly #random: () => number;

  constructor(clock: Clock, random: () => number) {
    this.#clock = clock;
    this.#random = random;
  }

  /** Draws a new picture. */
  create(): { id: string; svg: string; length: number } {
    const id = `P${randomDigits(16, this.#random)}`;
    const text = randomText(LENGTH, ALPHABET, this.#random);
    this.#challenges.set(id, { text, createdAtMs: this.#clock.now(), answered: false });
    return { id, svg: drawSvg(text, LOOK), length: LENGTH };
  }

  /**
   * Takes the answer to a picture, upper or lower case. A picture is gone after a wrong answer.
   * @throws ServiceError PICTURE_WRONG, PICTURE_EXPIRED (old, or unknown)
   */
  answer(id: string, text: string): void {
    const challenge = this.#find(id);
    if (challenge.text !== text.trim().toUpperCase()) {
      this.#challenges.delete(id);
      throw new ServiceError('PICTURE_WRONG', 'the text is not the one in the picture');
    }
    challenge.answered = true;
  }

  /**
   * Uses up a picture that was answered rightly.
   * @throws ServiceError PICTURE_REQUIRED if it was not, PICTURE_EXPIRED
   */
  redeem(id: string | undefined): void {
    if (id === undefined || !this.#find(id).answered) {
      throw new ServiceError('PICTURE_REQUIRED', 'answer a picture first');
    }
    this.#challenges.delete(id);
  }

  #find(id: string): Challenge {
    const challenge = this.#challenges.get(id);
    if (!challenge || this.#clock.now() - challenge.createdAtMs >= VALID_MS) {
      throw new ServiceError('PICTURE_EXPIRED', 'the picture is no longer valid');
    }
    return challenge;
  }
}
