import type { Clock } from '../android/clock.ts';
import { ServiceError } from './errors.ts';
import { randomDigits } from './random.ts';

const VALID_MS = 5 * 60_000;

/** How long the button of the check must be held down, in ms. */
export const HOLD_MS = 1500;
/** Nobody holds a button for longer: a made-up duration. */
const LONGEST_HOLD_MS = 60_000;

interface WebCheck {
  readonly createdAtMs: number;
  passed: boolean;
}

/**
 * The security check that the account app shows as a web page: a button that a person holds down
 * until its ring is full. It is *created*, then *passed*, then used up by the request for a code.
 */
export class WebChecks {
  readonly #checks = new Map<string, WebCheck>();
  readonly #clock: Clock;
  readonly #random: () => number;

  constructor(clock: Clock, random: () => number) {
    this.#clock = clock;
    this.#random = random;
  }

  create(): { id: string; holdMs: number } {
    const id = `W${randomDigits(16, this.#random)}`;
    this.#checks.set(id, { createdAtMs: this.#clock.now(), passed: false });
    return { id, holdMs: HOLD_MS };
  }

  /**
   * @param atMs when the request arrived; likewise in what follows
   * @throws ServiceError WEB_CHECK_EXPIRED if it is old, used up or unknown
   */
  assertValid(id: string, atMs: number): void {
    this.#find(id, atMs);
  }

  /**
   * Takes how long the button was held; the check may be tried again after a wrong answer.
   * @throws ServiceError WEB_CHECK_WRONG, WEB_CHECK_EXPIRED
   */
  answer(id: string, heldMs: number, atMs: number): void {
    const check = this.#find(id, atMs);
    if (!(heldMs >= HOLD_MS && heldMs <= LONGEST_HOLD_MS)) {
      throw new ServiceError('WEB_CHECK_WRONG', `hold the button for ${HOLD_MS} ms`);
    }
    check.passed = true;
  }

  /** @throws ServiceError WEB_CHECK_REQUIRED if it was not passed, WEB_CHECK_EXPIRED */
  requirePassed(id: string | undefined, atMs: number): void {
    if (id === undefined || !this.#find(id, atMs).passed) {
      throw new ServiceError('WEB_CHECK_REQUIRED', 'pass a web check first');
    }
  }

  useUp(id: string | undefined): void {
    if (id !== undefined) this.#checks.delete(id);
  }

  #find(id: string, atMs: number): WebCheck {
    const check = this.#checks.get(id);
    if (!check || atMs - check.createdAtMs >= VALID_MS) {
      throw new ServiceError('WEB_CHECK_EXPIRED', 'the check is no longer valid');
    }
    return check;
  }
}
