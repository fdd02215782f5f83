import { accessSync, constants, statSync } from 'node:fs';
import { join } from 'node:path';
import { AdbMissingError } from './errors.ts';

const PROGRAM = process.platform === 'win32' ? 'adb.exe' : 'adb';

/**
 * The adb of the SDK that `ANDROID_HOME` names, which is the one that Appium uses. Where else adb may
 * be is looked up once for a run, when it starts (scripts/android-home.mjs).
 * @throws {AdbMissingError}
 */
export function findAdb(env: NodeJS.ProcessEnv): string {
  const sdk = env['ANDROID_HOME'] ?? '';
  if (sdk === '') throw adbMissing('ANDROID_HOME is not set');
  const adb = join(sdk, 'platform-tools', PROGRAM);
  if (!isExecutable(adb)) throw adbMissing(`no program ${adb}`);
  return adb;
}

/** The error for an adb that is not there or cannot be run. */
export function adbMissing(seen: string, options?: ErrorOptions): AdbMissingError {
  return new AdbMissingError(
    'The program adb, which talks to phones, is missing.',
    {
      expected: 'adb in ANDROID_HOME/platform-tools',
      seen,
      remedy: 'run `npm run setup`, which finds adb, or installs it, or says how to',
      trouble: 'adb-program',
    },
    options,
  );
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    // Not there, or not ours to run.
    return false;
  }
}
