import type { CodePicture } from './picture.ts';
import { samePicture, shownPicture } from './shown-picture.ts';
import type { PictureCodeTask } from './task.ts';

/** A person at the phone may ask it for another picture; to look costs a phone half a second. */
const LOOK_MS = 3_000;
/** A picture that is being exchanged is looked at again soon. */
const LOOK_AGAIN_MS = 500;
/** The tap for another picture may have got lost. */
const EXCHANGE_MS = 30_000;

/** `none-came`: another picture was awaited, long enough. */
export interface PictureChange {
  readonly kind: 'other-picture' | 'none-came';
}

/** Looks now and then whether the phone shows another picture than it did. */
export class PictureWatch {
  readonly #task: PictureCodeTask;
  readonly #before: CodePicture | undefined;
  readonly #awaited: boolean;
  readonly #sinceMs: number;
  #lookAtMs: number;
  #candidate: CodePicture | undefined;

  /**
   * @param before what it shows; `undefined` while there is no picture.
   * @param awaited whether another one has been asked for.
   */
  constructor(task: PictureCodeTask, before: CodePicture | undefined, awaited: boolean) {
    this.#task = task;
    this.#before = before;
    this.#awaited = awaited;
    this.#sinceMs = this.#nowMs;
    this.#lookAtMs = this.#nowMs + this.#everyMs;
  }

  /** @returns `undefined` as long as nothing has changed, also while another one is coming up. */
  async change(): Promise<PictureChange | undefined> {
    if (this.#nowMs < this.#lookAtMs) return undefined;
    const shown = await shownPicture(this.#task.page);
    const candidate = this.#candidate;
    this.#candidate = samePicture(shown, this.#before) ? undefined : shown;
    this.#lookAtMs = this.#nowMs + (this.#candidate ? LOOK_AGAIN_MS : this.#everyMs);
    // Only one that stays: a message or a spinner may cover it for a moment.
    if (this.#candidate && samePicture(this.#candidate, candidate))
      return { kind: 'other-picture' };
    const inVain = this.#awaited && this.#nowMs - this.#sinceMs >= EXCHANGE_MS;
    return inVain ? { kind: 'none-came' } : undefined;
  }

  get #nowMs(): number {
    return this.#task.journey.recorder.elapsedMs;
  }

  get #everyMs(): number {
    return this.#awaited ? LOOK_AGAIN_MS : LOOK_MS;
  }
}
