import type { CodePicture } from './picture.ts';
import { samePicture, shownPicture } from './shown-picture.ts';
import type { PictureCodeTask } from './task.ts';

/** A picture that is being exchanged is looked at again soon. */
const LOOK_AGAIN_MS = 500;

/** How a picture is watched. */
export interface Watching {
  /** How often it is looked at. */
  readonly everyMs: number;
  /** For how long at most; absent: for as long as its screen shows. */
  readonly forMs?: number;
}

/** `none-came`: the same picture was watched long enough. */
export interface PictureChange {
  readonly kind: 'other-picture' | 'none-came';
}

/** Looks now and then whether the phone shows another picture than it did. */
export class PictureWatch {
  readonly #task: PictureCodeTask;
  readonly #before: CodePicture | undefined;
  readonly #watching: Watching;
  readonly #sinceMs: number;
  #lookAtMs: number;
  #candidate: CodePicture | undefined;

  /** @param before what it shows; `undefined` while there is no picture. */
  constructor(task: PictureCodeTask, before: CodePicture | undefined, watching: Watching) {
    this.#task = task;
    this.#before = before;
    this.#watching = watching;
    this.#sinceMs = this.#nowMs;
    this.#lookAtMs = this.#nowMs + watching.everyMs;
  }

  /** @returns `undefined` as long as nothing has changed, also while another one is coming up. */
  async change(): Promise<PictureChange | undefined> {
    if (this.#nowMs < this.#lookAtMs) return undefined;
    const shown = await shownPicture(this.#task.page);
    const candidate = this.#candidate;
    this.#candidate = samePicture(shown, this.#before) ? undefined : shown;
    const { everyMs, forMs = Infinity } = this.#watching;
    this.#lookAtMs = this.#nowMs + (this.#candidate ? LOOK_AGAIN_MS : everyMs);
    // Only one that stays: a message or a spinner may cover it for a moment.
    if (this.#candidate && samePicture(this.#candidate, candidate))
      return { kind: 'other-picture' };
    return this.#nowMs - this.#sinceMs >= forMs ? { kind: 'none-came' } : undefined;
  }

  get #nowMs(): number {
    return this.#task.journey.recorder.nowMs;
  }
}
