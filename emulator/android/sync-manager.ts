import type { Clock } from './clock.ts';
import type { Logcat } from './logcat.ts';

/** What syncs the data of one provider. */
export interface SyncAdapter {
  /** Of the provider, e.g. `com.android.contacts`. */
  readonly authority: string;
  /** Rejects if it is to be tried again later; ends early once `signal` is aborted. */
  sync(signal: AbortSignal): Promise<void>;
}

interface Job {
  readonly adapter: SyncAdapter;
  running: AbortController | undefined;
  isAskedAgain: boolean;
  retryMs: number;
  cancelRetry: () => void;
}

/** How long a failed sync waits, and how long at most after many (AOSP SyncManager). */
const FIRST_RETRY_MS = 30_000;
const LONGEST_RETRY_MS = 3_600_000;

/** Runs syncs in the background, of each provider one at a time (AOSP content.SyncManager). */
export class SyncManager {
  readonly #clock: Clock;
  readonly #logcat: Logcat;
  readonly #jobs = new Map<string, Job>();
  #stopped = false;

  constructor(clock: Clock, logcat: Logcat) {
    this.#clock = clock;
    this.#logcat = logcat;
  }

  register(adapter: SyncAdapter): void {
    const idle = { running: undefined, isAskedAgain: false, cancelRetry: () => {} };
    this.#jobs.set(adapter.authority, { adapter, ...idle, retryMs: FIRST_RETRY_MS });
  }

  /** Syncs a provider, or all; one that is being synced is synced once more. */
  request(authority?: string): void {
    for (const job of this.#of(authority)) {
      if (job.running) job.isAskedAgain = true;
      else void this.#run(job);
    }
  }

  /** Ends the syncs that run and forgets those that would be tried again. */
  cancel(): void {
    for (const job of this.#jobs.values()) {
      job.isAskedAgain = false;
      job.retryMs = FIRST_RETRY_MS;
      job.cancelRetry();
      job.running?.abort(new Error('the sync was cancelled'));
    }
  }

  /** For good. */
  stop(): void {
    this.#stopped = true;
    this.cancel();
  }

  async #run(job: Job): Promise<void> {
    if (this.#stopped) return;
    job.cancelRetry();
    const running = new AbortController();
    job.running = running;
    try {
      await job.adapter.sync(running.signal);
      job.retryMs = FIRST_RETRY_MS;
    } catch (error) {
      if (!running.signal.aborted) this.#retryLater(job, error);
    }
    job.running = undefined;
    if (!job.isAskedAgain) return;
    job.isAskedAgain = false;
    await this.#run(job);
  }

  #retryLater(job: Job, error: unknown): void {
    const { authority } = job.adapter;
    const delayMs = job.retryMs;
    const reason = error instanceof Error ? error.message : String(error);
    this.#logcat.write(
      'W',
      'SyncManager',
      `sync of ${authority} failed (${reason}), again in ${delayMs / 1000} s`,
    );
    job.retryMs = Math.min(delayMs * 2, LONGEST_RETRY_MS);
    job.cancelRetry = this.#clock.after(delayMs, () => this.request(authority));
  }

  #of(authority: string | undefined): Job[] {
    if (authority === undefined) return [...this.#jobs.values()];
    const job = this.#jobs.get(authority);
    return job ? [job] : [];
  }
}
