import { readFileSync } from 'node:fs';

/** A process of this machine, as it is told apart from a later one with the same number. */
export interface Owner {
  readonly pid: number;
  /** As the system counts; `0` where it does not tell. */
  readonly started: string;
}

const UNKNOWN = '0';

export function thisProcess(): Owner {
  return { pid: process.pid, started: startOf(process.pid) };
}

/** Whether a process has ended. One that cannot be told from a later one counts as alive. */
export function isGone({ pid, started }: Owner): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    // EPERM: it is alive, and somebody else's.
    if ((error as NodeJS.ErrnoException).code === 'ESRCH') return true;
  }
  const now = startOf(pid);
  return started !== UNKNOWN && now !== UNKNOWN && now !== started;
}

/** Clock ticks from the machine's start to the process's: field 22 of `/proc/<pid>/stat` (proc(5)). */
function startOf(pid: number): string {
  try {
    const stat = readFileSync(`/proc/${String(pid)}/stat`, 'utf8');
    // The second field is the program's name in brackets, which may hold blanks and brackets.
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? UNKNOWN;
  } catch {
    // Gone, or a system without /proc.
    return UNKNOWN;
  }
}
