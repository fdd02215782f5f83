import type { Clock } from '../android/clock.ts';

/** Counts the changes of the picture and tells those who watch it. */
export class Frames {
  readonly #clock: Clock;
  readonly #listeners = new Set<() => void>();
  #version = 0;
  #changedAtMs: number;
  #queued = false;

  constructor(clock: Clock) {
    this.#clock = clock;
    this.#changedAtMs = clock.now();
  }

  get version(): number {
    return this.#version;
  }

  /** When the screen last changed, by the phone's clock. */
  get changedAtMs(): number {
    return this.#changedAtMs;
  }

  changed(): void {
    this.#version += 1;
    this.#changedAtMs = this.#clock.now();
    if (this.#queued || this.#listeners.size === 0) return;
    this.#queued = true;
    queueMicrotask(() => {
      this.#queued = false;
      for (const listener of this.#listeners) listener();
    });
  }

  /** Calls `listener` once after changes of one turn; the returned function unsubscribes. */
  onFrame(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  stop(): void {
    this.#listeners.clear();
  }
}
