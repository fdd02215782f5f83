import type { ChildProcess } from 'node:child_process';
import { setTimeout as delay } from 'node:timers/promises';

/**
 * Children of a run get a process group of their own (`detached`), so that Ctrl-C on a terminal
 * reaches only the launching process, which then stops them in the right order.
 */
export function signalGroup(child: ChildProcess, signal: NodeJS.Signals): void {
  if (child.pid !== undefined) signalProcess(-child.pid, signal);
}

/** Sends a signal to a process, or to a group (negative), that may have ended meanwhile. */
export function signalProcess(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch (error) {
    // ESRCH: nobody is left, which is what stopping wants.
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

/** Resolves when the child has ended; `how` is a phrase such as `ended with exit code 1`. */
export async function ended(child: ChildProcess): Promise<string> {
  if (child.exitCode === null && child.signalCode === null) {
    await new Promise<void>((resolve) => child.once('exit', () => resolve()));
  }
  return child.signalCode === null
    ? `ended with exit code ${child.exitCode ?? 0}`
    : `was ended by ${child.signalCode}`;
}

/**
 * Asks the child's group to end, and after `graceMs` ends it. Resolves when the child is gone; what
 * it left behind in its group is killed too.
 */
export async function stopGroup(child: ChildProcess, graceMs: number): Promise<void> {
  if (child.pid === undefined) return;
  const timer = new AbortController();
  if (child.exitCode === null && child.signalCode === null) {
    signalGroup(child, 'SIGTERM');
    const inTime = await Promise.race([
      ended(child).then(() => true),
      delay(graceMs, false, { signal: timer.signal }).catch(() => false),
    ]);
    timer.abort();
    if (!inTime) signalGroup(child, 'SIGKILL');
    await ended(child);
  }
  signalGroup(child, 'SIGKILL');
}
