import type { Clock } from '../../android/clock.ts';

const SECOND_MS = 1000;

/** Counts seconds down to zero. */
export class Countdown {
  readonly #clock: Clock;
  readonly #onTick: (secondsLeft: number) => void;
  #secondsLeft: number;
  #cancel = () => {};

  /** @param onTick called after every second, with 0 at the end. */
  constructor(clock: Clock, seconds: number, onTick: (secondsLeft: number) => void) {
    this.#clock = clock;
    this.#secondsLeft = seconds;
    this.#onTick = onTick;
    this.#wait();
  }

  get secondsLeft(): number {
    return this.#secondsLeft;
  }

  stop(): void {
    this.#cancel();
  }

  #wait(): void {
    this.#cancel = this.#clock.after(SECOND_MS, () => {
      this.#secondsLeft -= 1;
      if (this.#secondsLeft > 0) this.#wait();
      this.#onTick(this.#secondsLeft);
    });
  }
}
