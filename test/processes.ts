import { readdirSync, readFileSync } from 'node:fs';

/** A process of this machine, as `/proc` has it; no other program is asked, since `ps` may be missing. */
export interface ListedProcess {
  readonly pid: number;
  /** Words, separated by blanks. */
  readonly command: string;
  /** `NAME=value`, each ended by a NUL. */
  readonly environment: string;
}

/** Those whose environment may be read: this user's. */
export function listProcesses(): ListedProcess[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((pid) => {
      try {
        const environment = readFileSync(`/proc/${pid}/environ`, 'utf8');
        const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
        return [{ pid: Number(pid), command, environment }];
      } catch {
        // It ended while the list was read, or is somebody else's.
        return [];
      }
    });
}
