import type { HarnessClock } from '../../config/clock.ts';
import type { HarnessError } from '../../config/errors.ts';
import type { SmsSourceName } from '../../config/sms-sources.ts';
import { BridgeError, SmsSourceClosedError } from '../errors.ts';
import { countVerdicts, type SourceReport } from './report.ts';
import type { CodeSource, Sighting, SmsMessage } from './source.ts';
import { codesOfOthers, newestCode, type FoundCode, type JudgedBy } from './verdict.ts';

/** A phone answers within a second; one that is busy with something else within a few. */
const LOOK_TIMEOUT_MS = 10_000;
/** Somebody may switch on meanwhile what lets us look. */
const CLOSED_RETRY_MS = 10_000;

interface Watch extends JudgedBy {
  readonly sinceMs: number;
  readonly clock: HarnessClock;
}

/** One source during a wait: looks at it one after the other, and what the last one showed. */
export class WatchedSource {
  readonly #source: CodeSource;
  readonly #watch: Watch;
  #pending: Promise<void> | undefined;
  #begun = 0;
  #ended = 0;
  #sighting: Sighting | undefined;
  #failure: HarnessError | undefined;
  #failedAtMs = 0;
  #fatal: { readonly error: unknown } | undefined;

  constructor(source: CodeSource, watch: Watch) {
    this.#source = source;
    this.#watch = watch;
  }

  get name(): SmsSourceName {
    return this.#source.name;
  }

  /** Settles, without ever failing, when the look under way ends. */
  get pending(): Promise<void> | undefined {
    return this.#pending;
  }

  get entered(): boolean {
    return this.#sighting?.kind === 'entered';
  }

  /** The phone did not let us look, the last time. */
  get isClosed(): boolean {
    return this.#failure instanceof SmsSourceClosedError;
  }

  /** How many looks have begun. */
  get begun(): number {
    return this.#begun;
  }

  /** Whether that many looks have ended, or there will be none for some time. */
  hasEnded(looks: number): boolean {
    return this.#ended >= looks || this.#failure !== undefined;
  }

  /**
   * The newest code seen that was not tried yet.
   * @param others codes that are known to be for somebody else.
   */
  code(others: ReadonlySet<string>): FoundCode | undefined {
    const used = new Set([...this.#watch.used, ...others]);
    return newestCode(this.#messages, { ...this.#watch, used });
  }

  /** Codes that are known here to be for somebody else: another SIM, or the block list. */
  codesOfOthers(): string[] {
    return codesOfOthers(this.#messages, this.#watch);
  }

  /** @throws what a look failed with, if that is no reason to go on without this source. */
  throwFatal(): void {
    if (this.#fatal !== undefined) throw this.#fatal.error;
  }

  report(): SourceReport {
    return {
      name: this.name,
      answered: this.#sighting !== undefined,
      failure: this.#failure,
      counts: countVerdicts(this.#messages, this.#watch),
    };
  }

  /** Begins a look, unless one is under way or the source was found closed a moment ago. */
  look(signal: AbortSignal): void {
    const { clock, sinceMs } = this.#watch;
    if (this.#pending !== undefined) return;
    if (this.#failure !== undefined && clock.now() < this.#failedAtMs + CLOSED_RETRY_MS) return;
    this.#begun += 1;
    this.#pending = this.#source
      .look(sinceMs, { signal, timeoutMs: LOOK_TIMEOUT_MS })
      .then(
        (sighting) => {
          this.#sighting = sighting;
          this.#failure = undefined;
        },
        (error: unknown) => this.#failed(error),
      )
      .finally(() => {
        this.#pending = undefined;
        this.#ended += 1;
      });
  }

  #failed(error: unknown): void {
    // What did not answer once may answer the next time.
    if (error instanceof SmsSourceClosedError || error instanceof BridgeError) {
      this.#failure = error;
      this.#failedAtMs = this.#watch.clock.now();
    } else {
      this.#fatal = { error };
    }
  }

  get #messages(): readonly SmsMessage[] {
    return this.#sighting?.kind === 'messages' ? this.#sighting.messages : [];
  }
}
