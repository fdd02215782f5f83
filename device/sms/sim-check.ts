import type { FoundCode } from './verdict.ts';
import type { WatchedSource } from './watched-source.ts';

/**
 * Keeps a code that came to another SIM from being taken where its message shows without its SIM, as
 * it does in a notification: such a code waits until the other sources have been looked at once more,
 * since one of them may know the SIM.
 */
export class SimCheck {
  readonly #sources: readonly WatchedSource[];
  readonly #simSlot: number | undefined;
  /** By code, how many looks each other source must have had. */
  readonly #looks = new Map<string, ReadonlyMap<WatchedSource, number>>();

  /** @param simSlot the SIM that has the number, from 1; `undefined`: any. */
  constructor(sources: readonly WatchedSource[], simSlot: number | undefined) {
    this.#sources = sources;
    this.#simSlot = simSlot;
  }

  /** Whether the code may be taken now. */
  passes({ code, simSlot }: FoundCode, source: WatchedSource): boolean {
    if (this.#simSlot === undefined || simSlot !== undefined) return true;
    let looks = this.#looks.get(code);
    if (looks === undefined) {
      const others = this.#sources.filter((other) => other !== source && other.name !== 'screen');
      // A look under way may have begun before the message came.
      looks = new Map(others.map((other) => [other, other.begun + 1]));
      this.#looks.set(code, looks);
    }
    return [...looks].every(([other, count]) => other.hasEnded(count));
  }
}
