import { execFile } from 'node:child_process';
import { readFile, readlink } from 'node:fs/promises';
import { hostname } from 'node:os';
import { z } from 'zod';

/**
 * A process, told apart from every other one that had or will have its number. Written into files by
 * which other processes learn whether their owner is still there.
 */
export const ProcessIdentity = z.object({
  pid: z.number().int().positive(),
  /** On Linux clock ticks since the machine started, elsewhere a date; only ever compared. */
  startedAt: z.string(),
  host: z.string(),
  /** Linux only: which start of the machine, and which list of processes (a container has its own). */
  boot: z.string().optional(),
  pidNamespace: z.string().optional(),
});
export type ProcessIdentity = z.infer<typeof ProcessIdentity>;

/** What a system says of a number: nothing when no process has it. */
export interface ProcessState {
  startedAt: string;
  /** It has ended, and waits for its parent to take note. */
  ended: boolean;
}

const ENDED_STATES = /^[ZX]/;
/** `starttime`, counted from `state`, the first field after the command: proc_pid_stat(5). */
const START_TIME_FIELD = 19;

let own: Promise<ProcessIdentity> | undefined;

/** The identity of this process. */
export async function thisProcess(): Promise<ProcessIdentity> {
  own ??= identify();
  return own;
}

/**
 * Whether that process still runs. One on another machine, or in another container, cannot be seen
 * from here and counts as running.
 */
export async function isRunning(process: ProcessIdentity): Promise<boolean> {
  const here = await thisProcess();
  const sameList = here.boot === process.boot && here.pidNamespace === process.pidNamespace;
  if (here.boot === undefined || !sameList) {
    if (here.host !== process.host) return true;
    // The machine was started anew.
    if (here.boot !== process.boot) return false;
    if (here.pidNamespace !== process.pidNamespace) return true;
  }
  const state = await stateOf(process.pid);
  return state !== undefined && !state.ended && state.startedAt === process.startedAt;
}

/** Parses `/proc/<pid>/stat`: proc_pid_stat(5). The command in it may hold blanks and brackets. */
export function parseProcStat(text: string): ProcessState | undefined {
  const fields = text
    .slice(text.lastIndexOf(')') + 1)
    .trim()
    .split(' ');
  const [state = ''] = fields;
  const startedAt = fields[START_TIME_FIELD];
  return startedAt === undefined ? undefined : { startedAt, ended: ENDED_STATES.test(state) };
}

/** Parses `ps -o state= -o lstart=`: `S+   Thu Nov 26 00:25:10 2026`. */
export function parsePs(text: string): ProcessState | undefined {
  const [, state = '', startedAt] = /^\s*(\S+)\s+(\S.*?)\s*$/m.exec(text) ?? [];
  return startedAt === undefined ? undefined : { startedAt, ended: ENDED_STATES.test(state) };
}

async function identify(): Promise<ProcessIdentity> {
  const { pid } = process;
  const state = await stateOf(pid);
  if (state === undefined) throw new Error('This system does not say when a process was started.');
  const identity = { pid, startedAt: state.startedAt, host: hostname() };
  if (process.platform !== 'linux') return identity;
  return {
    ...identity,
    boot: (await readFile('/proc/sys/kernel/random/boot_id', 'utf8')).trim(),
    pidNamespace: await readlink('/proc/self/ns/pid'),
  };
}

async function stateOf(pid: number): Promise<ProcessState | undefined> {
  if (process.platform !== 'linux') return askPs(pid);
  try {
    return parseProcStat(await readFile(`/proc/${pid}/stat`, 'utf8'));
  } catch (error) {
    // ESRCH: it ended while its file was open.
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ESRCH') return undefined;
    throw error;
  }
}

/** Of systems without /proc. */
export async function askPs(pid: number): Promise<ProcessState | undefined> {
  const env = { ...process.env, LC_ALL: 'C', TZ: 'UTC' };
  return new Promise((resolve, reject) => {
    execFile(
      'ps',
      ['-o', 'state=', '-o', 'lstart=', '-p', String(pid)],
      { env },
      (error, stdout) => {
        // Exit code 1: no such process. A ps that cannot be run says nothing about any process.
        if (error !== null && error.code !== 1) reject(new Error('ps failed', { cause: error }));
        else resolve(parsePs(stdout));
      },
    );
  });
}
