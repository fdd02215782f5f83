import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';

/**
 * Starts the host's adb server if adb is installed (`ANDROID_HOME`, `ANDROID_SDK_ROOT`, `PATH`).
 * The server outlives the phone, as it outlives every other adb command.
 * @returns whether it was started.
 */
export async function startAdbServer(
  serverPort: number,
  signal: AbortSignal,
  log: (message: string) => void,
): Promise<boolean> {
  try {
    await promisify(execFile)(adbCommand(), ['-P', String(serverPort), 'start-server'], { signal });
    return true;
  } catch (error) {
    if (!signal.aborted)
      log(`no adb server on port ${serverPort}, and none was started: ${String(error)}`);
    return false;
  }
}

function adbCommand(): string {
  for (const sdk of [process.env['ANDROID_HOME'], process.env['ANDROID_SDK_ROOT']]) {
    const adb = sdk && path.join(sdk, 'platform-tools', 'adb');
    if (adb && existsSync(adb)) return adb;
  }
  return 'adb';
}
