/**
 * The phone's clock: the only source of time inside the emulated phone, so that tests can drive
 * every wait and `stop()` leaves no timer behind.
 */
export interface Clock {
  /** Milliseconds since the epoch, as the phone tells the time. */
  now(): number;
  /** Calls `task` once, `delayMs` from now. The returned function cancels it. */
  after(delayMs: number, task: () => void): () => void;
  /** Resolves `delayMs` from now; rejects with the signal's reason if aborted earlier. */
  sleep(delayMs: number, signal?: AbortSignal): Promise<void>;
}

abstract class TimerClock implements Clock {
  abstract now(): number;
  abstract after(delayMs: number, task: () => void): () => void;

  sleep(delayMs: number, signal?: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      if (signal?.aborted) {
        reject(signal.reason as Error);
        return;
      }
      const onAbort = () => {
        cancel();
        reject(signal?.reason as Error);
      };
      const cancel = this.after(delayMs, () => {
        signal?.removeEventListener('abort', onAbort);
        resolve();
      });
      signal?.addEventListener('abort', onAbort, { once: true });
    });
  }
}

/** What setTimeout can wait for; it fires at once if told to wait longer. */
const LONGEST_TIMER_MS = 2 ** 31 - 1;

/** Wall-clock time. `stop()` cancels every pending timer, and none starts after it. */
export class SystemClock extends TimerClock {
  readonly #timers = new Set<NodeJS.Timeout>();
  #stopped = false;

  now(): number {
    return Date.now();
  }

  after(delayMs: number, task: () => void): () => void {
    if (this.#stopped) return () => {};
    const waitMs = Math.min(delayMs, LONGEST_TIMER_MS);
    let cancelRest: (() => void) | undefined;
    const timer = setTimeout(() => {
      this.#timers.delete(timer);
      if (waitMs < delayMs) cancelRest = this.after(delayMs - waitMs, task);
      else task();
    }, waitMs);
    this.#timers.add(timer);
    return () => {
      clearTimeout(timer);
      this.#timers.delete(timer);
      cancelRest?.();
    };
  }

  stop(): void {
    this.#stopped = true;
    for (const timer of this.#timers) clearTimeout(timer);
    this.#timers.clear();
  }
}

/** A clock that stands still until a test moves it. */
export class ManualClock extends TimerClock {
  #now: number;
  #tasks: { atMs: number; task: () => void }[] = [];

  constructor(startMs = Date.UTC(2026, 0, 1, 12)) {
    super();
    this.#now = startMs;
  }

  now(): number {
    return this.#now;
  }

  after(delayMs: number, task: () => void): () => void {
    const entry = { atMs: this.#now + delayMs, task };
    this.#tasks.push(entry);
    return () => {
      this.#tasks = this.#tasks.filter((other) => other !== entry);
    };
  }

  /** Moves time on by `ms`, running what falls due in order. */
  advance(ms: number): void {
    const untilMs = this.#now + ms;
    for (;;) {
      const due = this.#tasks
        .filter((entry) => entry.atMs <= untilMs)
        .sort((a, b) => a.atMs - b.atMs)[0];
      if (!due) break;
      this.#tasks = this.#tasks.filter((entry) => entry !== due);
      this.#now = due.atMs;
      due.task();
    }
    this.#now = untilMs;
  }
}
