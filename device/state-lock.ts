import { randomBytes } from 'node:crypto';
import { mkdir, readlink, symlink, unlink } from 'node:fs/promises';
import { dirname } from 'node:path';
import { z } from 'zod';
import type { HarnessClock } from '../config/clock.ts';
import { StateLockedError } from './errors.ts';
import { isRunning, ProcessIdentity, thisProcess } from './process-identity.ts';

/** Whoever has the lock reads and writes a few small files. */
const POLL_MS = 2;
/** So that those who wait do not look all at once. */
const POLL_SPREAD_MS = 4;
const LIMIT_MS = 30_000;

const Claim = z.object({
  /** Never used twice. */
  id: z.string(),
  process: ProcessIdentity,
});
type Claim = z.infer<typeof Claim>;

export interface StateLockOptions {
  clock: HarnessClock;
  signal?: AbortSignal | undefined;
}

/**
 * Runs a task while no other process runs one for the same path, whatever clone it belongs to. For
 * tasks of milliseconds. The lock of a process that was killed is nobody's.
 *
 * The lock is a symbolic link whose target is text: the one kind of file that appears with its content
 * in one step. A link whose owner is gone is taken away only by the owner of a second lock, named
 * after the id in the first: of many that find it only one may, and only while it is still that one.
 *
 * @param path of the lock; its folder is made if it is missing (0700).
 * @throws {StateLockedError} when a process that still runs keeps it for half a minute.
 */
export async function withStateLock<T>(
  path: string,
  options: StateLockOptions,
  task: () => Promise<T>,
): Promise<T> {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  const owner = await thisProcess();
  const lock = new StateLock(path, owner, options);
  const id = await lock.acquire(path);
  try {
    return await task();
  } finally {
    // Removed by hand, it may be another's by now.
    if ((await read(path))?.id === id) await unlink(path);
  }
}

class StateLock {
  readonly #path: string;
  readonly #owner: ProcessIdentity;
  readonly #options: StateLockOptions;
  readonly #deadlineMs: number;

  constructor(path: string, owner: ProcessIdentity, options: StateLockOptions) {
    this.#path = path;
    this.#owner = owner;
    this.#options = options;
    this.#deadlineMs = options.clock.now() + LIMIT_MS;
  }

  /**
   * @param path the lock's own, or that of the right to remove one whose owner is gone.
   * @returns the id of the claim.
   */
  async acquire(path: string): Promise<string> {
    const claim: Claim = { id: randomBytes(8).toString('hex'), process: this.#owner };
    while (!(await create(path, JSON.stringify(claim)))) {
      const found = await read(path);
      if (found === undefined) continue;
      if (await isRunning(found.process)) await this.#wait(path, found);
      else await this.#remove(path, found);
    }
    return claim.id;
  }

  /** Whoever came too late finds another claim there, or none, and leaves it alone. */
  async #remove(path: string, dead: Claim): Promise<void> {
    const right = `${this.#path}.${dead.id}`;
    await this.acquire(right);
    try {
      if ((await read(path))?.id === dead.id) await unlink(path);
    } finally {
      await unlink(right);
    }
  }

  async #wait(path: string, { process }: Claim): Promise<void> {
    const { clock, signal } = this.#options;
    if (clock.now() >= this.#deadlineMs) {
      throw new StateLockedError('Another process does not let go of the state folder.', {
        expected: `the lock ${path} for some milliseconds, within ${LIMIT_MS / 1000} s`,
        seen: `held by process ${process.pid} on ${process.host}`,
        remedy: `See what that process does, and end it; if it is gone, remove ${path}.`,
        trouble: 'state-dir',
      });
    }
    await clock.sleep(POLL_MS + Math.random() * POLL_SPREAD_MS, signal);
  }
}

/** @returns whether it was made; not if there is one. */
async function create(path: string, text: string): Promise<boolean> {
  try {
    await symlink(text, path);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

/** `undefined` when there is none any more. */
async function read(path: string): Promise<Claim | undefined> {
  try {
    return Claim.parse(JSON.parse(await readlink(path)));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}
