export interface Account {
  readonly name: string;
  /** e.g. `com.xiaomi` */
  readonly type: string;
}

/** The accounts on the phone (android.accounts.AccountManager). */
export class AccountManager {
  #accounts: { account: Account; userData: Readonly<Record<string, string>> }[] = [];
  readonly #listeners = new Set<() => void>();

  list(): Account[] {
    return this.#accounts.map(({ account }) => account);
  }

  /** Adds an account, or replaces the one of the same name and type. */
  add(spec: Account & { readonly userData?: Readonly<Record<string, string>> }): void {
    const { name, type, userData = {} } = spec;
    this.#accounts = this.#accounts.filter(({ account }) => !isSame(account, spec));
    this.#accounts.push({ account: { name, type }, userData });
    this.#changed();
  }

  /** Whether there was such an account. */
  remove(account: Account): boolean {
    const before = this.#accounts.length;
    this.#accounts = this.#accounts.filter((entry) => !isSame(entry.account, account));
    if (this.#accounts.length === before) return false;
    this.#changed();
    return true;
  }

  userData(account: Account, key: string): string | undefined {
    return this.#accounts.find((entry) => isSame(entry.account, account))?.userData[key];
  }

  /** Subscribes to additions and removals; the returned function unsubscribes. */
  onChanged(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  #changed(): void {
    for (const listener of this.#listeners) listener();
  }
}

function isSame(a: Account, b: Account): boolean {
  return a.name === b.name && a.type === b.type;
}
