import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import type { SessionPorts } from '../../config/capabilities.ts';
import { RealHarnessClock, type HarnessClock } from '../../config/clock.ts';
import { isRunning } from '../process-identity.ts';
import { withStateLock } from '../state-lock.ts';
import { LeaseFiles } from './files.ts';
import { findPortPairs } from './ports.ts';
import type { LeaseHolder, LeaseRecord } from './record.ts';

/** A lease as it was found. */
export interface FoundLease extends LeaseRecord {
  /** Whether its holder still runs, as far as this machine can tell. */
  alive: boolean;
}

/** What came of asking for phones: leases, or those of others that stand in the way. */
export type Taking =
  | { readonly leases: readonly Lease[]; readonly busy?: undefined }
  | { readonly leases?: undefined; readonly busy: readonly FoundLease[] };

export interface TakeOptions {
  /** Less than all of the phones will do; default: all or none. */
  atLeast?: number | undefined;
  /** No more than so many, the first free ones in the given order; default: all. */
  atMost?: number | undefined;
  signal?: AbortSignal | undefined;
}

/** What became of a lease that a person wanted ended. */
export type Releasing =
  | { readonly outcome: 'none' }
  | { readonly outcome: 'released' | 'refused'; readonly lease: FoundLease };

/** A phone that belongs to this process until it is released or the process ends. */
export class Lease {
  readonly record: LeaseRecord;
  readonly #store: LeaseStore;

  constructor(record: LeaseRecord, store: LeaseStore) {
    this.record = record;
    this.#store = store;
  }

  get serial(): string {
    return this.record.serial;
  }

  /** Of this machine, and of no other lease. */
  get ports(): SessionPorts {
    return this.record.ports;
  }

  /** Ports of killed holders before, where forwards may still stand: until `cleared()`. */
  get leftBehind(): readonly SessionPorts[] {
    return this.record.leftBehind;
  }

  /** Nothing is left any more of the holders before. */
  async cleared(): Promise<void> {
    await this.#store.clear(this);
  }

  /** Gives the phone back. A lease that was taken away by hand is left to its new holder. */
  async release(): Promise<void> {
    await this.#store.giveBack(this);
  }
}

/**
 * Who has which phone, in `leases/` of the state folder: shared by all clones and runs of this user. A
 * lease ends with the process that holds it, however that ends.
 */
export class LeaseStore {
  readonly #files: LeaseFiles;
  readonly #lock: string;
  readonly #clock: HarnessClock;

  /** @param stateDir `MI_STATE_DIR`. */
  constructor(stateDir: string, clock: HarnessClock = new RealHarnessClock()) {
    const folder = join(stateDir, 'leases');
    this.#files = new LeaseFiles(folder);
    this.#lock = join(folder, 'lock');
    this.#clock = clock;
  }

  /**
   * Takes phones in one step: of two that ask at the same time, one is first. Does not wait.
   * @param serials of different phones.
   * @throws {StateLockedError}, {LeaseUnreadableError}
   */
  async take(
    serials: readonly string[],
    holder: LeaseHolder,
    { atLeast = serials.length, atMost = serials.length, signal }: TakeOptions = {},
  ): Promise<Taking> {
    return this.#locked(signal, async () => {
      const found = await this.#found();
      const busy = found.filter(({ serial, alive }) => alive && serials.includes(serial));
      const free = serials.filter((serial) => !busy.some((lease) => lease.serial === serial));
      if (free.length < atLeast) return { busy };
      return { leases: await this.#lease(free.slice(0, atMost), holder, found) };
    });
  }

  /** Takes every phone whose holder was killed, to clear away what that left behind. */
  async takeDead(holder: LeaseHolder, signal?: AbortSignal): Promise<readonly Lease[]> {
    return this.#locked(signal, async () => {
      const found = await this.#found();
      const dead = found.filter(({ alive }) => !alive).map(({ serial }) => serial);
      return this.#lease(dead, holder, found);
    });
  }

  /** Every lease, by serial. */
  async list(signal?: AbortSignal): Promise<readonly FoundLease[]> {
    return this.#locked(signal, () => this.#found());
  }

  /**
   * Ends a lease that is not this process's own.
   * @param force also one whose holder still runs; that one goes on using the phone.
   */
  async release(serial: string, { force }: { force: boolean }): Promise<Releasing> {
    return this.#locked(undefined, async () => {
      const record = await this.#files.read(serial);
      if (record === undefined) return { outcome: 'none' };
      const lease = { ...record, alive: await isRunning(record.holder.process) };
      if (lease.alive && !force) return { outcome: 'refused', lease };
      await this.#files.remove(serial);
      return { outcome: 'released', lease };
    });
  }

  /** See `Lease.release`. */
  async giveBack({ record }: Lease): Promise<void> {
    await this.#locked(undefined, async () => {
      if (await this.#isStill(record)) await this.#files.remove(record.serial);
    });
  }

  /** See `Lease.cleared`. */
  async clear({ record }: Lease): Promise<void> {
    await this.#locked(undefined, async () => {
      if (await this.#isStill(record)) await this.#files.write({ ...record, leftBehind: [] });
    });
  }

  async #isStill({ serial, id }: LeaseRecord): Promise<boolean> {
    return (await this.#files.read(serial))?.id === id;
  }

  async #lease(
    serials: readonly string[],
    holder: LeaseHolder,
    found: readonly FoundLease[],
  ): Promise<Lease[]> {
    // Also those of the dead: their forwards may still stand.
    const taken = found.flatMap(({ ports, leftBehind }) => [ports, ...leftBehind]);
    const pairs = await findPortPairs(
      serials.length,
      new Set(taken.flatMap(({ system, mjpeg }) => [system, mjpeg])),
    );
    const since = new Date(this.#clock.now()).toISOString();
    const leases: Lease[] = [];
    for (const [index, ports] of pairs.entries()) {
      const serial = serials[index] ?? '';
      const before = found.find((lease) => lease.serial === serial);
      const leftBehind = before === undefined ? [] : [...before.leftBehind, before.ports];
      const id = randomUUID();
      const record = { version: 1 as const, id, serial, holder, since, ports, leftBehind };
      await this.#files.write(record);
      leases.push(new Lease(record, this));
    }
    return leases;
  }

  async #found(): Promise<FoundLease[]> {
    const records = await this.#files.all();
    return Promise.all(
      records.map(async (record) => ({
        ...record,
        alive: await isRunning(record.holder.process),
      })),
    );
  }

  async #locked<T>(signal: AbortSignal | undefined, task: () => Promise<T>): Promise<T> {
    await this.#files.create();
    return withStateLock(this.#lock, { clock: this.#clock, signal }, task);
  }
}
