import { ServiceError } from './errors.ts';
import { randomDigits } from './random.ts';

/** Xiaomi Cloud, as the person agreed to it. */
export interface CloudConsent {
  /** Version of the agreement that was accepted. */
  readonly agreement: string;
  readonly sync: boolean;
  readonly findDevice: boolean;
}

export interface Account {
  /** Ten digits, the first a 6. */
  readonly id: string;
  nickname: string;
  /** E.164 */
  readonly phone: string;
  readonly createdAtMs: number;
  /** Version of the user agreement the person accepted last. */
  agreement: string | null;
  cloud: CloudConsent | null;
}

/** More accounts than this on one number are refused. */
const MAX_ACCOUNTS_PER_PHONE = 3;

/** The service's accounts and who is signed in; in memory. */
export class AccountStore {
  readonly #accounts = new Map<string, Account>();
  readonly #sessions = new Map<string, string>();
  readonly #random: () => number;

  constructor(random: () => number) {
    this.#random = random;
  }

  list(): readonly Account[] {
    return [...this.#accounts.values()];
  }

  get(id: string): Account | undefined {
    return this.#accounts.get(id);
  }

  /** Accounts on that number, the newest first. */
  byPhone(phone: string): readonly Account[] {
    return this.list()
      .filter((account) => account.phone === phone)
      .reverse();
  }

  /**
   * Makes an account; its nickname is its id until the person chooses one.
   * @throws ServiceError REGISTER_RESTRICTED when the number has too many.
   */
  create(phone: string, createdAtMs: number): Account {
    if (this.byPhone(phone).length >= MAX_ACCOUNTS_PER_PHONE) {
      throw new ServiceError('REGISTER_RESTRICTED', 'too many accounts on this number');
    }
    let id: string;
    do id = `6${randomDigits(9, this.#random)}`;
    while (this.#accounts.has(id));
    const account = { id, nickname: id, phone, createdAtMs, agreement: null, cloud: null };
    this.#accounts.set(id, account);
    return account;
  }

  /** Signs the account in and returns the token that stands for it. */
  openSession(account: Account): string {
    const token = `S${randomDigits(24, this.#random)}`;
    this.#sessions.set(token, account.id);
    return token;
  }

  closeSession(token: string): void {
    this.#sessions.delete(token);
  }

  /** @throws ServiceError NOT_SIGNED_IN */
  bySession(token: string): Account {
    const account = this.#accounts.get(this.#sessions.get(token) ?? '');
    if (!account) throw new ServiceError('NOT_SIGNED_IN', 'no such session');
    return account;
  }
}
