import type { Clock } from './clock.ts';
import { parseClockOffsetMs } from './gates/clock-offset.ts';
import type { Gates } from './gates/gates.ts';

/**
 * The time that the phone shows and writes, which may be wrong. Waits are as long as they are said to
 * be whatever it shows.
 */
export class WallClock implements Clock {
  /** Goes on evenly; its zero means nothing (android.os.SystemClock.elapsedRealtime). */
  readonly monotonic: Clock;
  readonly #gates: Gates;

  constructor(monotonic: Clock, gates: Gates) {
    this.monotonic = monotonic;
    this.#gates = gates;
  }

  now(): number {
    return this.at(this.monotonic.now());
  }

  /** What it shows, or would have shown, at a moment of the monotonic clock. */
  at(monotonicMs: number): number {
    return monotonicMs + (parseClockOffsetMs(this.#gates.get('clock')) ?? 0);
  }

  after(delayMs: number, task: () => void): () => void {
    return this.monotonic.after(delayMs, task);
  }

  sleep(delayMs: number, signal?: AbortSignal): Promise<void> {
    return this.monotonic.sleep(delayMs, signal);
  }
}
