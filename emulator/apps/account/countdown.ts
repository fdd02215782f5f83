import type { Clock } from '../../android/clock.ts';

/** Counts seconds down to the moment when something may be done again. */
export class Countdown {
  readonly #clock: Clock;
  readonly #onTick: () => void;
  #seconds = 0;
  #cancelTick = () => {};

  /** @param onTick called every second, and when nothing is left */
  constructor(clock: Clock, onTick: () => void) {
    this.#clock = clock;
    this.#onTick = onTick;
  }

  /** How many are left. */
  get seconds(): number {
    return this.#seconds;
  }

  start(seconds: number): void {
    this.stop();
    this.#seconds = seconds;
    if (seconds > 0) this.#cancelTick = this.#clock.after(1000, () => this.#tick());
  }

  stop(): void {
    this.#cancelTick();
  }

  #tick(): void {
    this.#seconds -= 1;
    this.#onTick();
    if (this.#seconds > 0) this.#cancelTick = this.#clock.after(1000, () => this.#tick());
  }
}
