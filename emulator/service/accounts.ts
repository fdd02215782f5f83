import { ServiceError } from './errors.ts';
import { nationalNumber } from './phone-number.ts';
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
  readonly email: string | null;
  /** `null` for an account that was made with a phone number and a code. */
  readonly password: string | null;
  /** Whether an SMS code alone does not open it: PASSWORD_REQUIRED. */
  readonly demandsPassword: boolean;
  readonly createdAtMs: number;
  /** Version of the user agreement the person accepted last. */
  agreement: string | null;
  cloud: CloudConsent | null;
}

/** What an account may be made with beside its number. */
export interface NewAccount {
  readonly nickname?: string | undefined;
  readonly email?: string | undefined;
  readonly password?: string | undefined;
  readonly demandsPassword?: boolean | undefined;
}

/** More accounts than this on one number are refused. */
export const MAX_ACCOUNTS_PER_PHONE = 3;
const ID_DIGITS = 9;

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
   * Accounts that a person may mean, the newest first.
   * @param login an account id, an email address, or a phone number: in E.164, or as it is dialled
   *   within its country
   */
  byLogin(login: string): readonly Account[] {
    const wanted = login.replace(/[\s().-]/g, '');
    return this.list()
      .filter(({ id, email, phone }) => {
        const isNational =
          /^\d+$/.test(wanted) && nationalNumber(phone) === wanted.replace(/^0/, '');
        const isEmail = email?.toLowerCase() === login.trim().toLowerCase();
        return id === wanted || phone === wanted || isNational || isEmail;
      })
      .reverse();
  }

  /**
   * Makes an account; its nickname is its id unless one is given.
   * @param phone E.164
   * @throws ServiceError REGISTER_RESTRICTED when the number has too many.
   */
  create(phone: string, createdAtMs: number, given: NewAccount = {}): Account {
    if (this.byPhone(phone).length >= MAX_ACCOUNTS_PER_PHONE) {
      throw new ServiceError('REGISTER_RESTRICTED', 'too many accounts on this number');
    }
    const id = this.#freeId();
    const account: Account = {
      id,
      nickname: given.nickname ?? id,
      phone,
      email: given.email ?? null,
      password: given.password ?? null,
      demandsPassword: given.demandsPassword ?? false,
      createdAtMs,
      agreement: null,
      cloud: null,
    };
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

  /** How many phones are signed in to the account. */
  sessionsOf(id: string): number {
    return [...this.#sessions.values()].filter((accountId) => accountId === id).length;
  }

  /** The account that is signed in under this token, if there is one. */
  findSession(token: string): Account | undefined {
    return this.#accounts.get(this.#sessions.get(token) ?? '');
  }

  /** @throws ServiceError NOT_SIGNED_IN */
  bySession(token: string): Account {
    const account = this.findSession(token);
    if (!account) throw new ServiceError('NOT_SIGNED_IN', 'no such session');
    return account;
  }

  /** A drawn id, or the next one above it that no account has. */
  #freeId(): string {
    let digits = Number(randomDigits(ID_DIGITS, this.#random));
    const id = () => `6${String(digits).padStart(ID_DIGITS, '0')}`;
    while (this.#accounts.has(id())) digits = (digits + 1) % 10 ** ID_DIGITS;
    return id();
  }
}
