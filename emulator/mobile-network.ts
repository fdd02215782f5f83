import type { IncomingSms } from './android/telephony.ts';

/** A number that another phone has already. */
export class NumberTakenError extends Error {
  override readonly name = 'NumberTakenError';

  constructor(number: string) {
    super(`another phone has the number ${number}; each needs one of its own`);
  }
}

/** What carries an SMS to the phone that has the number. */
export class MobileNetwork {
  readonly #lines = new Map<string, (message: IncomingSms) => void>();

  /**
   * Puts a SIM card into service; the returned function takes it out.
   * @param number E.164
   * @throws NumberTakenError
   */
  register(number: string, receive: (message: IncomingSms) => void): () => void {
    if (this.#lines.has(number)) throw new NumberTakenError(number);
    this.#lines.set(number, receive);
    return () => this.#lines.delete(number);
  }

  /** Delivers a message; one to a number that no phone has is lost. */
  deliver(toNumber: string, message: IncomingSms): void {
    this.#lines.get(toNumber)?.(message);
  }
}
