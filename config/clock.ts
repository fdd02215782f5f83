import { setTimeout as delay } from 'node:timers/promises';

/** The time that the harness's waits go by, so that tests can wait five minutes in none. */
export interface HarnessClock {
  /** Milliseconds since 1970, never going back. */
  now(): number;
  /** @throws the signal's reason when it is aborted before or during the sleep. */
  sleep(ms: number, signal?: AbortSignal): Promise<void>;
}

/** The machine's time. A jump of the wall clock during a run neither shortens nor prolongs a wait. */
export class RealHarnessClock implements HarnessClock {
  now(): number {
    return Math.round(performance.timeOrigin + performance.now());
  }

  async sleep(ms: number, signal?: AbortSignal): Promise<void> {
    signal?.throwIfAborted();
    try {
      await delay(ms, undefined, { signal });
    } catch (error) {
      signal?.throwIfAborted();
      throw error;
    }
  }
}

/** A clock for tests: a sleep takes no real time and moves the clock on. */
export class ManualHarnessClock implements HarnessClock {
  #nowMs: number;

  constructor(startMs = Date.UTC(2025, 0, 1)) {
    this.#nowMs = startMs;
  }

  now(): number {
    return this.#nowMs;
  }

  advance(ms: number): void {
    this.#nowMs += ms;
  }

  async sleep(ms: number, signal?: AbortSignal): Promise<void> {
    signal?.throwIfAborted();
    this.#nowMs += ms;
    // A turn of the event loop, so that whoever aborts the signal between two sleeps gets to run.
    await new Promise((resolve) => setImmediate(resolve));
    signal?.throwIfAborted();
  }
}
