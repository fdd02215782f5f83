import { accessSync, constants, existsSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';
import { AdbMissingError } from './errors.ts';

const PROGRAM = process.platform === 'win32' ? 'adb.exe' : 'adb';

/** @throws {AdbMissingError} */
export function findAdb(env: NodeJS.ProcessEnv): string {
  const home = env['HOME'] ?? homedir();
  const sdks = [env['ANDROID_HOME'], env['ANDROID_SDK_ROOT']].filter(
    (sdk) => sdk !== undefined && sdk !== '',
  );
  const usualSdks = [
    join(home, 'Android', 'Sdk'),
    join(home, 'Library', 'Android', 'sdk'),
    ...(env['LOCALAPPDATA'] ? [join(env['LOCALAPPDATA'], 'Android', 'Sdk')] : []),
    '/usr/lib/android-sdk',
    '/opt/android-sdk',
  ];
  const inSdk = (sdk: string | undefined) => join(sdk ?? '', 'platform-tools', PROGRAM);
  const candidates = [
    ...sdks.map(inSdk),
    ...(env['PATH'] ?? '')
      .split(delimiter)
      .filter(Boolean)
      .map((folder) => join(folder, PROGRAM)),
    ...usualSdks.map(inSdk),
  ];
  const found = candidates.find(isExecutable);
  if (found === undefined) throw adbMissing('it is in none of the usual places');
  return found;
}

/** The error for an adb that is not there or cannot be run, with this system's remedy. */
export function adbMissing(seen: string, options?: ErrorOptions): AdbMissingError {
  return new AdbMissingError(
    'The program adb, which talks to phones, is missing.',
    {
      expected: 'adb in ANDROID_HOME/platform-tools, in ANDROID_SDK_ROOT/platform-tools or on PATH',
      seen,
      remedy: `Install it: ${installCommand()}`,
    },
    options,
  );
}

function installCommand(): string {
  if (process.platform === 'darwin') return 'brew install --cask android-platform-tools';
  if (process.platform === 'win32') return 'winget install Google.PlatformTools';
  const sudo = process.getuid?.() === 0 ? '' : 'sudo ';
  const managers: readonly [program: string, command: string][] = [
    ['/usr/bin/apt-get', 'apt-get install -y adb'],
    ['/usr/bin/dnf', 'dnf install -y android-tools'],
    ['/usr/bin/pacman', 'pacman -S --noconfirm android-tools'],
    ['/usr/bin/zypper', 'zypper install -y android-tools'],
    ['/sbin/apk', 'apk add android-tools'],
  ];
  const command = managers.find(([program]) => existsSync(program))?.[1];
  return command === undefined
    ? 'unpack https://developer.android.com/tools/releases/platform-tools and put it on PATH'
    : `${sudo}${command}`;
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    // Not there, or not ours to run: look further.
    return false;
  }
}
