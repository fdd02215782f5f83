import { installCommand, installWithApt } from './apt-install.mjs';
import { AdbNotFoundError, withAndroidHome } from './android-home.mjs';
import { SetupError } from './setup-error.mjs';

/** @typedef {import('./apt-install.mjs').System} System */

/** @type {import('./apt-install.mjs').Program} */
const ADB = {
  name: 'adb',
  missing: 'adb, the program that talks to phones, is not installed',
  aptPackage: 'adb',
  commands: [
    ['debian', 'sudo', 'apt-get install -y adb'],
    ['ubuntu', 'sudo', 'apt-get install -y adb'],
    ['fedora', 'sudo', 'dnf install -y android-tools'],
    ['rhel', 'sudo', 'dnf install -y android-tools'],
    ['arch', 'sudo', 'pacman -S --noconfirm android-tools'],
    ['suse', 'sudo', 'zypper install -y android-tools'],
    ['alpine', 'sudo', 'apk add android-tools'],
    ['nixos', '', 'nix profile install nixpkgs#android-tools'],
    ['darwin', '', 'brew install --cask android-platform-tools'],
    ['win32', '', 'winget install Google.PlatformTools'],
  ],
  otherwise:
    "download Google's platform-tools (https://developer.android.com/tools/releases/platform-tools), unpack them and set ANDROID_HOME to the folder that holds platform-tools",
};

/**
 * The one command that installs adb on this system.
 *
 * @param {NodeJS.Platform} platform
 * @param {string} osRelease the text of /etc/os-release, empty if there is none
 * @param {boolean} isRoot
 * @returns {string | undefined} undefined for a system that is not known
 */
export function adbInstallCommand(platform, osRelease, isRoot) {
  return installCommand(ADB, platform, osRelease, isRoot);
}

/**
 * Installs adb.
 *
 * @param {System} [system]
 * @returns {void}
 * @throws {SetupError} with the one command for this system, if it cannot be done from here
 */
export function installAdb(system = {}) {
  installWithApt(ADB, system);
}

/**
 * The environment that `withAndroidHome` makes, after adb was installed if there was none.
 *
 * @param {import('./android-home.mjs').Environment} env
 * @param {System & { usualSdks?: readonly string[], usualFolders?: readonly string[] }} [system]
 * @returns {Record<string, string | undefined>}
 * @throws {SetupError} if there is none, and none can be installed from here
 */
export function withAdbInstalled(env, system = {}) {
  const before = androidHome(env, system);
  if (!(before instanceof AdbNotFoundError)) return before;
  installAdb(system);
  const after = androidHome(env, system);
  if (!(after instanceof AdbNotFoundError)) return after;
  throw new SetupError(
    `apt-get says that it installed adb, but ${after.message}`,
    'see where it is with: dpkg -L adb; then set ANDROID_HOME to the folder that holds platform-tools/adb',
  );
}

/**
 * @param {import('./android-home.mjs').Environment} env
 * @param {{ usualSdks?: readonly string[], usualFolders?: readonly string[] }} places
 * @returns {Record<string, string | undefined> | AdbNotFoundError}
 */
function androidHome(env, places) {
  try {
    return withAndroidHome(env, places);
  } catch (error) {
    if (error instanceof AdbNotFoundError) return error;
    throw error;
  }
}
