import { randomUUID } from 'node:crypto';

/** A row that a person made, or that came from an account's cloud. */
export interface SyncedRow<T> {
  /** The provider's, on this phone. */
  readonly id: number;
  /** The same on every phone that the row is synced to. */
  readonly uid: string;
  readonly value: T;
  /** Name of the account that the row is synced with; `null`: it is on this phone alone. */
  readonly account: string | null;
  /** Counts the changes on this phone. */
  readonly version: number;
  /** Whether the cloud has not got the row as it is now. */
  readonly dirty: boolean;
  /** Milliseconds since 1970. */
  readonly createdMs: number;
  readonly modifiedMs: number;
}

/** What the cloud has of a row. */
export interface RemoteRow<T> {
  readonly uid: string;
  readonly value: T;
}

/** Rows of a provider whose data belongs to the phone and may be synced with an account. */
export class SyncedTable<T> {
  readonly #now: () => number;
  #rows: SyncedRow<T>[] = [];
  #nextId = 1;
  readonly #listeners = new Set<(by: 'person' | 'sync') => void>();

  /** @param now milliseconds since 1970 */
  constructor(now: () => number) {
    this.#now = now;
  }

  /** In the order they came to the phone. */
  get rows(): readonly SyncedRow<T>[] {
    return this.#rows;
  }

  get(id: number): SyncedRow<T> | undefined {
    return this.#rows.find((row) => row.id === id);
  }

  /** A person makes a row. */
  insert(value: T): SyncedRow<T> {
    const row = this.#newRow(randomUUID(), value, null);
    this.#rows.push(row);
    this.#changed('person');
    return row;
  }

  /** A person changes a row. */
  update(id: number, value: T): void {
    this.#replace(
      (row) => row.id === id,
      (row) => ({ ...row, value, ...this.#change(row), dirty: true }),
    );
    this.#changed('person');
  }

  /** What an account's cloud has yet to get: changed rows of its own, and rows of no account. */
  unsynced(account: string): readonly SyncedRow<T>[] {
    return this.#rows.filter(
      (row) => row.account === null || (row.account === account && row.dirty),
    );
  }

  /** The cloud has got the row as it was then; it may have been changed since. */
  markSynced({ uid, version }: SyncedRow<T>, account: string): void {
    this.#replace(
      (row) => row.uid === uid,
      (row) => ({ ...row, account, dirty: row.dirty && row.version !== version }),
    );
    this.#changed('sync');
  }

  /** Takes over a row of the cloud's, unless it was changed here meanwhile. */
  applyRemote({ uid, value }: RemoteRow<T>, account: string): void {
    const known = this.#rows.find((row) => row.uid === uid);
    if (!known) this.#rows.push({ ...this.#newRow(uid, value, account), dirty: false });
    else if (known.dirty) return;
    else {
      this.#replace(
        (row) => row === known,
        (row) => ({ ...row, value, account, ...this.#change(row), dirty: false }),
      );
    }
    this.#changed('sync');
  }

  /** The account leaves the phone: what was synced with it stays as the phone's own, or goes. */
  leaveAccount(account: string, synced: 'keep' | 'remove'): void {
    if (synced === 'remove') this.#rows = this.#rows.filter((row) => row.account !== account);
    else {
      this.#replace(
        (row) => row.account === account,
        (row) => ({ ...row, account: null }),
      );
    }
    this.#changed('sync');
  }

  /** Subscribes to changes; the returned function unsubscribes. */
  onChanged(listener: (by: 'person' | 'sync') => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  #newRow(uid: string, value: T, account: string | null): SyncedRow<T> {
    const nowMs = this.#now();
    const times = { createdMs: nowMs, modifiedMs: nowMs };
    return { id: this.#nextId++, uid, value, account, version: 1, dirty: true, ...times };
  }

  #change({ version }: SyncedRow<T>) {
    return { version: version + 1, modifiedMs: this.#now() };
  }

  #replace(
    which: (row: SyncedRow<T>) => boolean,
    change: (row: SyncedRow<T>) => SyncedRow<T>,
  ): void {
    this.#rows = this.#rows.map((row) => (which(row) ? change(row) : row));
  }

  #changed(by: 'person' | 'sync'): void {
    for (const listener of this.#listeners) listener(by);
  }
}
