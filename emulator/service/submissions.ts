import { isDuplicate, type Comparable } from './duplicates.ts';
import type { RoutePoint } from './points.ts';

/** What became of the answer: still to come, sent, or never (a fault, or the caller hung up). */
export type AnswerState = 'waiting' | 'sent' | 'none';

/** One request that submitted something. */
export interface Submission {
  readonly point: RoutePoint;
  readonly receivedAtMs: number;
  /** Whether the service acted upon it; a fault or a caller who hangs up can forestall that. */
  readonly handled: boolean;
  readonly answer: AnswerState;
  /** HTTP status of the answer that was sent. */
  readonly status: number | null;
  /** Whether it repeats one that arrived before. */
  readonly duplicate: boolean;
}

interface Entry extends Comparable {
  handled: boolean;
  answer: AnswerState;
  status: number | null;
  answeredAtMs: number | null;
  readonly duplicate: boolean;
  /** Ids in the request, each of which may tell the number, now or later. */
  readonly ids: readonly string[];
}

/** What is told of a request when it arrives. */
export interface ArrivedSubmission {
  readonly point: RoutePoint;
  readonly receivedAtMs: number;
  readonly number: string | null;
  readonly ids: readonly string[];
  /** All that was submitted, ids in the address included. */
  readonly content: string;
}

/** Numbers of submissions, by phone number and point. */
type Counts = Readonly<Record<string, Readonly<Partial<Record<RoutePoint, number>>>>>;

/** Whose number is not known: no account, ticket or code of the service was named. */
export const UNKNOWN_NUMBER = 'unknown';

/**
 * Every request that arrived, by the phone number it is about, also those whose answer was never
 * sent. It is what proves that nothing was sent twice.
 */
export class Submissions {
  #entries: Entry[] = [];
  /** Tickets, sessions, pictures and checks, also used up ones. */
  readonly #numbersById = new Map<string, string>();

  /** Says that a ticket, session, picture or check is about that number (E.164). */
  remember(id: string, number: string): void {
    this.#numbersById.set(id, number);
  }

  /**
   * Writes down what has just arrived; the caller tells how it went on.
   * @param resendAfterMs from a code to when its number may have another one.
   */
  open(
    submission: ArrivedSubmission,
    resendAfterMs: number,
  ): { handled(): void; answered(status: number, atMs: number): void; closed(): void } {
    const entry: Entry = {
      ...submission,
      duplicate: isDuplicate(submission, this.#entries, resendAfterMs),
      handled: false,
      answer: 'waiting',
      status: null,
      answeredAtMs: null,
    };
    this.#entries.push(entry);
    return {
      handled: () => (entry.handled = true),
      answered: (status, atMs) => {
        entry.answer = 'sent';
        entry.status = status;
        entry.answeredAtMs = atMs;
      },
      closed: () => {
        if (entry.answer === 'waiting') entry.answer = 'none';
      },
    };
  }

  /** How many there were, by number and point. */
  counts(): Counts {
    return this.#count(this.#entries);
  }

  /** How many of them repeated an earlier one, by number and point; those with none are left out. */
  duplicates(): Counts {
    return this.#count(this.#entries.filter(({ duplicate }) => duplicate));
  }

  #count(entries: readonly Entry[]): Counts {
    const counts: Record<string, Partial<Record<RoutePoint, number>>> = {};
    for (const entry of entries) {
      const ofNumber = (counts[this.#numberOf(entry)] ??= {});
      ofNumber[entry.point] = (ofNumber[entry.point] ?? 0) + 1;
    }
    return counts;
  }

  /** Those about that number (E.164, or `unknown`), in the order they arrived. */
  of(number: string): readonly Submission[] {
    return this.#entries
      .filter((entry) => this.#numberOf(entry) === number)
      .map(({ point, receivedAtMs, handled, answer, status, duplicate }) => ({
        ...{ point, receivedAtMs, handled, answer, status, duplicate },
      }));
  }

  clear(): void {
    this.#entries = [];
  }

  #numberOf({ number, ids }: Entry): string {
    const byId = ids.map((id) => this.#numbersById.get(id)).find((known) => known !== undefined);
    return number ?? byId ?? UNKNOWN_NUMBER;
  }
}
