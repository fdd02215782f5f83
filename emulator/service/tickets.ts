import type { Clock } from '../android/clock.ts';
import { ServiceError } from './errors.ts';
import { randomDigits } from './random.ts';

const VALID_MS = 10 * 60_000;

/** What stands for "this person holds this number" between the SMS code and the sign-in. */
export class Tickets {
  readonly #tickets = new Map<string, { phone: string; createdAtMs: number }>();
  readonly #clock: Clock;
  readonly #random: () => number;

  constructor(clock: Clock, random: () => number) {
    this.#clock = clock;
    this.#random = random;
  }

  create(phone: string): string {
    const id = `T${randomDigits(20, this.#random)}`;
    this.#tickets.set(id, { phone, createdAtMs: this.#clock.now() });
    return id;
  }

  /**
   * The phone number (E.164) that the ticket stands for.
   * @param atMs when the request that shows it arrived
   * @throws ServiceError TICKET_EXPIRED after ten minutes, or once used up
   */
  phoneOf(id: string, atMs: number): string {
    const ticket = this.#tickets.get(id);
    if (!ticket || atMs - ticket.createdAtMs >= VALID_MS) {
      throw new ServiceError('TICKET_EXPIRED', 'start over');
    }
    return ticket.phone;
  }

  useUp(id: string): void {
    this.#tickets.delete(id);
  }
}
