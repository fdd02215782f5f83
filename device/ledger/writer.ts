import { readFile } from 'node:fs/promises';
import type { EntryOf } from './entry.ts';

type Writer = NonNullable<EntryOf<'intent'>['writer']>;

/** This process, as entries name it. */
export async function ownWriter(): Promise<Writer> {
  const startedAt = await startOf(process.pid);
  return { pid: process.pid, ...(startedAt === undefined ? {} : { startedAt }) };
}

/** Whether that very process still runs on this machine, and not another one that got its number. */
export async function isRunning({ pid, startedAt }: Writer): Promise<boolean> {
  try {
    process.kill(pid, 0);
  } catch (error) {
    // Not EPERM: that is a process of somebody else's.
    if ((error as NodeJS.ErrnoException).code === 'ESRCH') return false;
  }
  const startsAt = await startOf(pid);
  return startedAt === undefined || startsAt === undefined || startsAt === startedAt;
}

/**
 * When a process began, in ticks since a boot that is named, too: field 22 of `/proc/PID/stat`, see
 * https://man7.org/linux/man-pages/man5/proc_pid_stat.5.html.
 * @returns `undefined` where there is no `/proc`, or no such process.
 */
async function startOf(pid: number): Promise<string | undefined> {
  try {
    const boot = (await readFile('/proc/sys/kernel/random/boot_id', 'utf8')).trim();
    const stat = await readFile(`/proc/${pid}/stat`, 'utf8');
    // The name before the fields may have blanks and brackets in it.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return `${boot} ${fields[19]}`;
  } catch {
    return undefined;
  }
}
