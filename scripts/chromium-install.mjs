import { delimiter, join } from 'node:path';
import { isExecutable } from './android-home.mjs';
import { installWithApt } from './apt-install.mjs';
import { SetupError } from './setup-error.mjs';

/** @typedef {Readonly<Record<string, string | undefined>>} Environment */

/** Holds the path of the browser for whoever needs it. */
const VARIABLE = 'CHROME_PATH';
const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
/** Where it is without being on PATH: macOS, and what a PATH without a login shell may lack. */
const USUAL_PLACES = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/usr/bin/chromium',
  '/snap/bin/chromium',
];

/** @type {import('./apt-install.mjs').Program} */
const CHROMIUM = {
  name: 'Chromium',
  missing: 'Chromium, in which the operator page is tested, is not installed',
  aptPackage: 'chromium',
  commands: [
    ['ubuntu', 'sudo', 'snap install chromium'],
    ['debian', 'sudo', 'apt-get install -y chromium'],
    ['fedora', 'sudo', 'dnf install -y chromium'],
    ['rhel', 'sudo', 'dnf install -y epel-release chromium'],
    ['arch', 'sudo', 'pacman -S --noconfirm chromium'],
    ['suse', 'sudo', 'zypper install -y chromium'],
    ['alpine', 'sudo', 'apk add chromium'],
    ['nixos', '', 'nix profile install nixpkgs#chromium'],
    ['darwin', '', 'brew install --cask google-chrome'],
    ['win32', '', 'winget install Google.Chrome'],
  ],
  otherwise: `install Chromium or Google Chrome and set ${VARIABLE} to its program`,
};

/**
 * Finds Chromium or Google Chrome: CHROME_PATH, PATH, then the usual places.
 *
 * @param {Environment} env
 * @param {readonly string[]} [usualPlaces] if not this system's
 * @returns {string | undefined}
 * @throws {SetupError} if CHROME_PATH names something else than a program
 */
export function findChromium(env, usualPlaces = USUAL_PLACES) {
  const named = env[VARIABLE] ?? '';
  if (named !== '') {
    if (isExecutable(named)) return named;
    throw new SetupError(
      `${VARIABLE} is ${named}, which is no program that may be run.`,
      `set ${VARIABLE} to the program of Chromium or Google Chrome, or leave it out`,
    );
  }
  const folders = (env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
  const onPath = NAMES.flatMap((name) => folders.map((folder) => join(folder, name)));
  return [...onPath, ...usualPlaces].find(isExecutable);
}

/**
 * The environment with `CHROME_PATH` in it, after Chromium was installed if there was none.
 *
 * @param {Environment} env
 * @param {import('./apt-install.mjs').System & { usualPlaces?: readonly string[] }} [system]
 * @returns {Record<string, string | undefined>}
 * @throws {SetupError} if there is none, and none can be installed from here
 */
export function withChromiumInstalled(env, system = {}) {
  const before = findChromium(env, system.usualPlaces);
  if (before !== undefined) return { ...env, [VARIABLE]: before };
  installWithApt(CHROMIUM, system);
  const after = findChromium(env, system.usualPlaces);
  if (after !== undefined) return { ...env, [VARIABLE]: after };
  throw new SetupError(
    'apt-get says that it installed Chromium, but it is neither on PATH nor in the usual places.',
    `see where it is with: dpkg -L chromium; then set ${VARIABLE} to its program`,
  );
}
