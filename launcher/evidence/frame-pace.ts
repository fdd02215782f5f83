/** Closer to each other, frames tell nothing more of a wait. */
const CLOSEST_MS = 1_000;
/** The share of a wait that goes into frames: one in so many milliseconds. */
const PAUSE_FACTOR = 10;
/** What a frame costs until one was taken: a real phone takes more, an emulated one a tenth. */
const UNKNOWN_COST_MS = 1_000;

/**
 * When the next frame of a wait may be taken. While one is, the phone is asked nothing else, so they are
 * rare where they are slow: a change is noticed a twentieth of a frame's time later on the average.
 */
export class FramePace {
  #costMs = UNKNOWN_COST_MS;
  #nextAtMs = 0;

  /** A wait may begin from now on. */
  begin(nowMs: number): void {
    this.#nextAtMs = nowMs + Math.max(CLOSEST_MS, this.#costMs * PAUSE_FACTOR);
  }

  isDue(nowMs: number): boolean {
    return nowMs >= this.#nextAtMs;
  }

  /** A picture was taken from the one time to the other. */
  took(fromMs: number, toMs: number): void {
    this.#costMs = toMs - fromMs;
    this.begin(toMs);
  }
}
