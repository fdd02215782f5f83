import { execFile, spawnSync } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);
const TIMEOUT_MS = 10_000;
const DROP_TIMEOUT_MS = 2_000;

/** A port of this machine that adb forwards to a phone. */
export interface Forward {
  serial: string;
  /** `tcp:8201`. */
  local: string;
}

/** Lines of `adb forward --list`: `<serial> tcp:8201 tcp:6790`. */
export function parseForwards(output: string): Forward[] {
  return output.split('\n').flatMap((line) => {
    const [serial, local] = line.trim().split(/\s+/);
    return serial && local ? [{ serial, local }] : [];
  });
}

/**
 * The adb forwards of a run, which are known by their ports on this machine.
 * @param serial only those to this phone; default: to any.
 */
export async function listForwards(
  adbPath: string,
  ports: readonly number[],
  serial?: string,
): Promise<Forward[]> {
  const ours = new Set(ports.map((port) => `tcp:${port}`));
  const { stdout } = await run(adbPath, ['forward', '--list'], { timeout: TIMEOUT_MS });
  return parseForwards(stdout).filter(
    (forward) => ours.has(forward.local) && (serial ?? forward.serial) === forward.serial,
  );
}

/** Removes what `listForwards` lists. A session that ended well has removed its own. */
export async function removeForwards(
  adbPath: string,
  ports: readonly number[],
  serial?: string,
): Promise<void> {
  for (const forward of await listForwards(adbPath, ports, serial)) {
    const args = ['-s', forward.serial, 'forward', '--remove', forward.local];
    await run(adbPath, args, { timeout: TIMEOUT_MS });
  }
}

/**
 * Removes forwards before this returns, for a process that ends at once. One that is not there, or an
 * adb that does not answer, changes nothing about that end.
 */
export function dropForwards(adbPath: string, serial: string, ports: readonly number[]): void {
  for (const port of ports) {
    spawnSync(adbPath, ['-s', serial, 'forward', '--remove', `tcp:${port}`], {
      timeout: DROP_TIMEOUT_MS,
      stdio: 'ignore',
    });
  }
}
