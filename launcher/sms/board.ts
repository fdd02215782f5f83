import type { HarnessError } from '../../config/errors.ts';
import { BridgeError, SmsSourceClosedError } from '../../device/errors.ts';
import type { CodeSource } from '../../device/sms/source.ts';
import { codesOfOthers } from '../../device/sms/verdict.ts';
import { messageLine, sourceLines, type MessageView, type ShownMessage } from './text.ts';

/** A phone answers within a second; one that is busy with something else within a few. */
const LOOK_TIMEOUT_MS = 10_000;

interface Look {
  readonly source: CodeSource;
  readonly failure: HarnessError | undefined;
  readonly messages: readonly ShownMessage[];
}

/** What the sources show, and which of it has been told already. */
export class SmsBoard {
  readonly #sources: readonly CodeSource[];
  readonly #shown: MessageView;
  readonly #told = new Set<string>();
  #looks: readonly Look[] = [];

  constructor(sources: readonly CodeSource[], shown: MessageView) {
    this.#sources = sources;
    this.#shown = shown;
  }

  get isAnyOpen(): boolean {
    return this.#looks.some(({ failure }) => failure === undefined);
  }

  /**
   * Looks at all sources.
   * @param sinceMs by the phone's clock.
   * @returns the lines of those that were closed or opened since the last look.
   * @throws {PhoneLostError}
   */
  async look(sinceMs: number, signal: AbortSignal): Promise<string[]> {
    const before = this.#looks;
    this.#looks = await Promise.all(
      this.#sources.map((source) => this.#lookAt(source, sinceMs, signal)),
    );
    return this.#looks.flatMap(({ source, failure }, index) => {
      const last = before[index];
      const same = last !== undefined && (last.failure === undefined) === (failure === undefined);
      return same ? [] : sourceLines(source.name, failure);
    });
  }

  /** The lines of the messages that were not told yet, oldest first. */
  news(): string[] {
    const all = this.#looks.flatMap(({ messages }) => messages);
    const others = codesOfOthers(
      all.map(({ message }) => message),
      { used: new Set(), simSlot: this.#shown.simSlot },
    );
    const fresh = all
      .filter(({ source, message }) => !this.#told.has(`${source} ${message.id}`))
      .sort((a, b) => a.message.receivedMs - b.message.receivedMs);
    for (const { source, message } of fresh) this.#told.add(`${source} ${message.id}`);
    return fresh.map((shown) => messageLine(shown, this.#shown, new Set(others)));
  }

  async #lookAt(source: CodeSource, sinceMs: number, signal: AbortSignal): Promise<Look> {
    try {
      const sighting = await source.look(sinceMs, { signal, timeoutMs: LOOK_TIMEOUT_MS });
      const messages = sighting.kind === 'messages' ? sighting.messages : [];
      return {
        source,
        failure: undefined,
        messages: messages.map((message) => ({ source: source.name, message })),
      };
    } catch (error) {
      if (!(error instanceof SmsSourceClosedError || error instanceof BridgeError)) throw error;
      return { source, failure: error, messages: [] };
    }
  }
}
