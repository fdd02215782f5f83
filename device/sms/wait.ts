import { setImmediate as turn } from 'node:timers/promises';
import type { HarnessClock } from '../../config/clock.ts';
import type { SmsSourceName } from '../../config/sms-sources.ts';
import { smsSourcesClosed, type SmsReport } from './report.ts';
import { SimCheck } from './sim-check.ts';
import type { CodeSource } from './source.ts';
import { WatchedSource } from './watched-source.ts';

const FIRST_POLL_MS = 150;
const SLOWEST_POLL_MS = 1000;
const BACK_OFF = 1.5;
/** What looks that are under way when the time is over may still take. */
const LAST_LOOK_MS = 1000;

export interface SmsWait {
  /** Of the phone that gets the SMS. */
  readonly serial: string;
  /** In the order in which they are believed. */
  readonly sources: readonly CodeSource[];
  /** When the code was asked for, by the phone's clock: older messages do not count. */
  readonly sinceMs: number;
  /** When to stop waiting, by the harness's clock. */
  readonly untilMs: number;
  readonly clock: HarnessClock;
  readonly signal: AbortSignal;
  /** Called before every round but the first, to show progress and to keep a session awake. */
  readonly onWaiting: () => void | Promise<void>;
  /** Told once when adb may see no SMS, and the code can only be entered by the phone or a person. */
  readonly onBlind?: (() => void) | undefined;
  /** Codes that were tried already; the code found is added. */
  readonly used: Set<string>;
  /** The SIM that has the number, from 1; unset: any. */
  readonly simSlot?: number | undefined;
}

export type SmsWaitOutcome =
  | { readonly kind: 'code'; readonly code: string; readonly source: SmsSourceName }
  /** The phone filled the code in by itself, or a person typed it. */
  | { readonly kind: 'entered' }
  | { readonly kind: 'nothing'; readonly report: SmsReport };

/**
 * Waits for the SMS with the account service's code, in all sources at once: a source that is slow to
 * answer keeps no other waiting, and the first that shows a code decides. Where several do at the same
 * time, their order does.
 * @throws {SmsSourcesClosedError} at once, when the phone shows its SMS nowhere.
 * @throws {PhoneLostError} at once; and the signal's reason when it is aborted.
 */
export async function waitForSmsCode(wait: SmsWait): Promise<SmsWaitOutcome> {
  wait.signal.throwIfAborted();
  const done = new AbortController();
  const waiting = new Waiting(wait, AbortSignal.any([wait.signal, done.signal]));
  try {
    return await waiting.run();
  } finally {
    done.abort();
  }
}

class Waiting {
  readonly #wait: SmsWait;
  readonly #signal: AbortSignal;
  readonly #sources: readonly WatchedSource[];
  readonly #simCheck: SimCheck;
  #told = false;

  constructor(wait: SmsWait, signal: AbortSignal) {
    this.#wait = wait;
    this.#signal = signal;
    this.#sources = wait.sources.map((source) => new WatchedSource(source, wait));
    this.#simCheck = new SimCheck(this.#sources, wait.simSlot);
  }

  async run(): Promise<SmsWaitOutcome> {
    const { clock, untilMs, onWaiting } = this.#wait;
    let pollMs = FIRST_POLL_MS;
    for (;;) {
      for (const source of this.#sources) source.look(this.#signal);
      const leftMs = untilMs - clock.now();
      const isLast = leftMs <= 0;
      const outcome = await this.#watch(isLast ? LAST_LOOK_MS : Math.min(pollMs, leftMs), isLast);
      if (outcome !== undefined) return outcome;
      if (isLast) return { kind: 'nothing', report: this.#report() };
      pollMs = Math.min(pollMs * BACK_OFF, SLOWEST_POLL_MS);
      await onWaiting();
    }
  }

  /**
   * Waits for the looks under way.
   * @param goOnWhenQuiet whether to stop waiting when there are none.
   * @returns as soon as there is an outcome, at the latest after this time.
   */
  async #watch(ms: number, goOnWhenQuiet: boolean): Promise<SmsWaitOutcome | undefined> {
    const timer = new Timer(this.#wait.clock, ms);
    try {
      for (;;) {
        // What answers at the same time is judged together.
        await turn();
        const outcome = this.#outcome();
        if (outcome !== undefined || timer.isOver) return outcome;
        const pending = this.#sources.flatMap((source) => source.pending ?? []);
        if (goOnWhenQuiet && pending.length === 0) return undefined;
        await Promise.race([timer.run(this.#signal), ...pending]);
      }
    } finally {
      timer.stop();
    }
  }

  #outcome(): SmsWaitOutcome | undefined {
    this.#wait.signal.throwIfAborted();
    for (const source of this.#sources) source.throwFatal();
    const others = new Set(this.#sources.flatMap((source) => source.codesOfOthers()));
    for (const source of this.#sources) {
      if (source.entered) return { kind: 'entered' };
      const found = source.code(others);
      if (found === undefined || !this.#simCheck.passes(found, source)) continue;
      this.#wait.used.add(found.code);
      return { kind: 'code', code: found.code, source: source.name };
    }
    this.#checkClosed();
    return undefined;
  }

  #checkClosed(): void {
    const overAdb = this.#sources.filter(({ name }) => name !== 'screen');
    if (overAdb.length === 0 || overAdb.some((source) => !source.isClosed)) return;
    const error = smsSourcesClosed(this.#wait.serial, {
      sources: overAdb.map((source) => source.report()),
    });
    if (overAdb.length === this.#sources.length) throw error;
    if (!this.#told) this.#wait.onBlind?.();
    this.#told = true;
  }

  #report(): SmsReport {
    return { sources: this.#sources.map((source) => source.report()) };
  }
}

/** A sleep that is begun when it is first waited for, and can be given up. */
class Timer {
  readonly #clock: HarnessClock;
  readonly #ms: number;
  readonly #stopped = new AbortController();
  #running: Promise<void> | undefined;
  #isOver = false;

  constructor(clock: HarnessClock, ms: number) {
    this.#clock = clock;
    this.#ms = ms;
  }

  get isOver(): boolean {
    return this.#isOver;
  }

  /** @throws the signal's reason when it is aborted. */
  run(signal: AbortSignal): Promise<void> {
    return (this.#running ??= this.#sleep(signal));
  }

  stop(): void {
    this.#stopped.abort();
    // Nobody waits for it any more.
    this.#running?.catch(() => undefined);
  }

  async #sleep(signal: AbortSignal): Promise<void> {
    await this.#clock.sleep(this.#ms, AbortSignal.any([signal, this.#stopped.signal]));
    this.#isOver = true;
  }
}
