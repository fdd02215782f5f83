import { formatClock } from '../../config/duration.ts';
import { mostUrgent } from './phone-lines.ts';
import type { PhoneAtWork, Wait } from './phones-at-work.ts';

/** A wait that is over sooner is not worth a line of a log. */
export const LONG_WAIT_MS = 10_000;
/** CI systems take a job that prints nothing for minutes for dead. */
export const HEARTBEAT_EVERY_MS = 30_000;
/** At a time; of the others their number is said. */
const MOST_LINES = 3;

/** Says now and then, where nothing can be redrawn, what is waited for, how long, and how long is left. */
export class Heartbeat {
  #lastMs = -Infinity;

  /**
   * @param nowMs the time in milliseconds.
   * @returns lines to be printed now, few however many phones wait.
   */
  beat(phones: readonly PhoneAtWork[], nowMs: number): string[] {
    if (nowMs - this.#lastMs < HEARTBEAT_EVERY_MS) return [];
    const waiting = phones.filter(({ wait }) => (wait?.elapsedMs ?? 0) >= LONG_WAIT_MS);
    if (waiting.length === 0) return [];
    this.#lastMs = nowMs;
    const isAlone = phones.length === 1;
    const lines = mostUrgent(waiting, MOST_LINES).flatMap(({ name, wait }) =>
      wait === undefined ? [] : `  ${isAlone ? '' : `${name}: `}${waitText(wait)}`,
    );
    const rest = waiting.length - lines.length;
    return rest === 0 ? lines : [...lines, `  and ${String(rest)} more phones wait`];
  }
}

function waitText({ what, elapsedMs, budgetMs }: Wait): string {
  const left = formatClock(budgetMs - elapsedMs);
  return `waiting for ${what} … ${formatClock(elapsedMs)} of ${formatClock(budgetMs)}, ${left} left`;
}
