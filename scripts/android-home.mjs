import {
  accessSync,
  constants,
  mkdirSync,
  readlinkSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import { homedir } from 'node:os';
import { basename, delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** @typedef {Readonly<Record<string, string | undefined>>} Environment */

const ADB = process.platform === 'win32' ? 'adb.exe' : 'adb';
const PLATFORM_TOOLS = 'platform-tools';

/** Where SDKs are when no variable tells: Android Studio's defaults, distributions, CI images. */
const USUAL_SDKS = (/** @type {string} */ home, /** @type {Environment} */ env) => [
  join(home, 'Android', 'Sdk'),
  join(home, 'Library', 'Android', 'sdk'),
  ...(env['LOCALAPPDATA'] === undefined ? [] : [join(env['LOCALAPPDATA'], 'Android', 'Sdk')]),
  '/usr/lib/android-sdk',
  '/usr/local/lib/android/sdk',
  '/usr/local/share/android-sdk',
  '/opt/android-sdk',
];
/** Package managers' folders that a PATH without a login shell may lack. */
const USUAL_FOLDERS = ['/usr/bin', '/usr/local/bin', '/opt/homebrew/bin'];

/** No adb on this machine; the message says where it was looked for. */
export class AdbNotFoundError extends Error {
  /** @param {string} message */
  constructor(message) {
    super(message);
    this.name = 'AdbNotFoundError';
  }
}

/**
 * @param {string} path
 * @returns {boolean} whether it is a file this user may execute
 */
export function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}

/**
 * Finds the adb binary: ANDROID_HOME, ANDROID_SDK_ROOT, PATH, then the usual places.
 *
 * @param {Environment} env
 * @param {{ usualSdks?: readonly string[], usualFolders?: readonly string[] }} [places] the usual
 *   places, if not this system's
 * @returns {string | undefined} its path as found, symbolic links not resolved
 */
export function findAdb(env, places = {}) {
  const home = env['HOME'] ?? env['USERPROFILE'] ?? homedir();
  const sdks = [env['ANDROID_HOME'], env['ANDROID_SDK_ROOT']];
  const inSdk = (/** @type {string} */ sdk) => join(sdk, PLATFORM_TOOLS, ADB);
  return [
    ...sdks.filter((sdk) => sdk !== undefined && sdk !== '').map((sdk) => inSdk(String(sdk))),
    ...(env['PATH'] ?? '')
      .split(delimiter)
      .filter((folder) => folder !== '')
      .map((folder) => join(folder, ADB)),
    ...(places.usualSdks ?? USUAL_SDKS(home, env)).map(inSdk),
    ...(places.usualFolders ?? USUAL_FOLDERS).map((folder) => join(folder, ADB)),
  ].find(isExecutable);
}

/**
 * The environment that Appium and its UiAutomator2 driver need: `ANDROID_HOME`, a folder with
 * `platform-tools/adb` in it (appium-adb, lib/utils/helpers/sdk.ts and getBinaryFromSdkRoot), and
 * the same adb first on `PATH`. Nothing else of an SDK is needed: the driver's own APKs are
 * installed without build-tools, apksigner or Java.
 *
 * An adb that lies in a folder `platform-tools` (Google's archive, Android Studio, Debian, Homebrew)
 * belongs to an SDK folder already. For any other (Fedora, Arch, Nix) a folder with the one symbolic
 * link is made under the project's node_modules.
 *
 * @param {Environment} env
 * @param {{ linkFolder?: string, usualSdks?: readonly string[], usualFolders?: readonly string[] }} [options]
 *   `linkFolder`: where that folder is made
 * @returns {Record<string, string | undefined>} a copy of env with both set
 * @throws {AdbNotFoundError} if there is no adb
 */
export function withAndroidHome(env, options = {}) {
  const found = findAdb(env, options);
  if (found === undefined) {
    throw new AdbNotFoundError(
      'adb is not in ANDROID_HOME, in ANDROID_SDK_ROOT, on PATH or in the usual places.',
    );
  }
  const androidHome = sdkAround(found) ?? linkedSdk(realpathSync(found), options.linkFolder);
  const tools = join(androidHome, PLATFORM_TOOLS);
  const path = (env['PATH'] ?? '')
    .split(delimiter)
    .filter((folder) => folder !== tools && folder !== '');
  return { ...env, ANDROID_HOME: androidHome, PATH: [tools, ...path].join(delimiter) };
}

/**
 * @param {string} adb
 * @returns {string | undefined} the SDK folder it is part of, by its path or by what it links to
 */
function sdkAround(adb) {
  for (const path of [adb, realpathSync(adb)]) {
    if (basename(dirname(path)) === PLATFORM_TOOLS && basename(path) === ADB) {
      return dirname(dirname(path));
    }
  }
  return undefined;
}

/**
 * @param {string} adb
 * @param {string} [folder]
 * @returns {string} an SDK folder whose only content is a link to that adb
 */
function linkedSdk(
  adb,
  folder = fileURLToPath(new URL('../node_modules/.cache/android-sdk', import.meta.url)),
) {
  const link = join(folder, PLATFORM_TOOLS, ADB);
  if (linkTarget(link) === adb) return folder;
  mkdirSync(dirname(link), { recursive: true });
  // Made aside and moved over, so that another run never finds the link absent.
  const aside = `${link}.${process.pid}`;
  rmSync(aside, { force: true });
  symlinkSync(adb, aside);
  renameSync(aside, link);
  return folder;
}

/**
 * @param {string} link
 * @returns {string | undefined}
 */
function linkTarget(link) {
  try {
    return readlinkSync(link);
  } catch {
    return undefined;
  }
}
