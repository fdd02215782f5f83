import type { Clock } from '../android/clock.ts';
import { ServiceError } from './errors.ts';
import { drawPicture } from './picture-looks.ts';
import { randomDigits, randomText } from './random.ts';
import type { PictureDifficulty } from './settings.ts';

const ALPHABET = 'ACEFHKLMNPRTXY';
const LENGTH = 5;
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
  create(difficulty: PictureDifficulty): { id: string; svg: string; length: number } {
    const id = `P${randomDigits(16, this.#random)}`;
    const text = randomText(LENGTH, ALPHABET, this.#random);
    this.#challenges.set(id, { text, createdAtMs: this.#clock.now(), answered: false });
    return { id, svg: drawPicture(text, difficulty, this.#random), length: LENGTH };
  }

  /**
   * Takes the answer to a picture, upper or lower case. A picture is gone after a wrong answer.
   * @param atMs when it arrived
   * @throws ServiceError PICTURE_WRONG, PICTURE_EXPIRED (old, or unknown)
   */
  answer(id: string, text: string, atMs: number): void {
    const challenge = this.#find(id, atMs);
    if (challenge.text !== text.trim().toUpperCase()) {
      this.#challenges.delete(id);
      throw new ServiceError('PICTURE_WRONG', 'the text is not the one in the picture');
    }
    challenge.answered = true;
  }

  /**
   * Uses up a picture that was answered rightly.
   * @param atMs when the request that uses it arrived
   * @throws ServiceError PICTURE_REQUIRED if it was not, PICTURE_EXPIRED
   */
  redeem(id: string | undefined, atMs: number): void {
    if (id === undefined || !this.#find(id, atMs).answered) {
      throw new ServiceError('PICTURE_REQUIRED', 'answer a picture first');
    }
    this.#challenges.delete(id);
  }

  #find(id: string, atMs: number): Challenge {
    const challenge = this.#challenges.get(id);
    if (!challenge || atMs - challenge.createdAtMs >= VALID_MS) {
      throw new ServiceError('PICTURE_EXPIRED', 'the picture is no longer valid');
    }
    return challenge;
  }
}
