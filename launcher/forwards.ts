import { execFile, spawnSync } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);
const TIMEOUT_MS = 10_000;
const DROP_TIMEOUT_MS = 2_000;

/** One line of `adb forward --list`: `<serial> tcp:8201 tcp:6790`. */
export function parseForwards(output: string): { serial: string; local: string }[] {
  return output.split('\n').flatMap((line) => {
    const [serial, local] = line.trim().split(/\s+/);
    return serial && local ? [{ serial, local }] : [];
  });
}

/**
 * Removes the adb forwards of this run, which are known by their ports on this machine. A session
 * that ended well has removed its own.
 */
export async function removeForwards(adbPath: string, ports: readonly number[]): Promise<void> {
  const ours = new Set(ports.map((port) => `tcp:${port}`));
  const { stdout } = await run(adbPath, ['forward', '--list'], { timeout: TIMEOUT_MS });
  for (const { serial, local } of parseForwards(stdout)) {
    if (!ours.has(local)) continue;
    await run(adbPath, ['-s', serial, 'forward', '--remove', local], { timeout: TIMEOUT_MS });
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
