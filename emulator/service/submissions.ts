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
}

interface Entry {
  point: RoutePoint;
  receivedAtMs: number;
  handled: boolean;
  answer: AnswerState;
  status: number | null;
  readonly number: string | null;
  /** Ids in the request, each of which may tell the number, now or later. */
  readonly ids: readonly string[];
}

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

  /** Writes down what has just arrived; the caller tells how it went on. */
  open(submission: {
    readonly point: RoutePoint;
    readonly receivedAtMs: number;
    readonly number: string | null;
    readonly ids: readonly string[];
  }): { handled(): void; answered(status: number): void; closed(): void } {
    const entry: Entry = { ...submission, handled: false, answer: 'waiting', status: null };
    this.#entries.push(entry);
    return {
      handled: () => (entry.handled = true),
      answered: (status) => {
        entry.answer = 'sent';
        entry.status = status;
      },
      closed: () => {
        if (entry.answer === 'waiting') entry.answer = 'none';
      },
    };
  }

  /** How many there were, by number and point. */
  counts(): Readonly<Record<string, Readonly<Partial<Record<RoutePoint, number>>>>> {
    const counts: Record<string, Partial<Record<RoutePoint, number>>> = {};
    for (const entry of this.#entries) {
      const ofNumber = (counts[this.#numberOf(entry)] ??= {});
      ofNumber[entry.point] = (ofNumber[entry.point] ?? 0) + 1;
    }
    return counts;
  }

  /** Those about that number (E.164, or `unknown`), in the order they arrived. */
  of(number: string): readonly Submission[] {
    return this.#entries
      .filter((entry) => this.#numberOf(entry) === number)
      .map(({ point, receivedAtMs, handled, answer, status }) => ({
        point,
        receivedAtMs,
        handled,
        answer,
        status,
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
