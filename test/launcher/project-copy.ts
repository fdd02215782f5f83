import { cpSync, mkdirSync, readdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { PROJECT_ROOT } from '../../config/paths.ts';

const COPIED = [
  ...['config', 'device', 'flows', 'launcher', 'operator', 'pageobjects', 'scripts', 'specs'],
  ...['vision', 'package.json', 'tsconfig.json', 'wdio.conf.ts', 'allurerc.mjs'],
];

/** How a copy is started in its folder, as `npm start` does without the set-up. */
export const NPM_START = ['--import', 'tsx', join('launcher', 'start.ts')];

/**
 * Copies the harness, so that a run has a `reports/` of its own and touches nobody's settings; what is
 * installed, and the phone, are the same.
 */
export function copyProject(to: string): void {
  mkdirSync(join(to, 'reports'), { recursive: true });
  for (const name of COPIED) {
    cpSync(join(PROJECT_ROOT, name), join(to, name), { recursive: true });
  }
  symlinkSync(join(PROJECT_ROOT, 'emulator'), join(to, 'emulator'));
  linkInstalled(join(PROJECT_ROOT, 'node_modules'), join(to, 'node_modules'));
}

/**
 * Links what is installed, entry by entry and without the caches: Appium keeps there where its drivers
 * are, by their paths in the project that it runs in, and a copy goes away.
 */
function linkInstalled(from: string, to: string): void {
  mkdirSync(to);
  for (const name of readdirSync(from)) {
    if (name !== '.cache') symlinkSync(join(from, name), join(to, name));
  }
}

/** The environment for a run that takes no setting from the test's own. */
export function cleanEnvironment(): NodeJS.ProcessEnv {
  const inherited = Object.entries(process.env).filter(
    ([name]) => !/^(MI_|NODE_|E2E_|npm_)/.test(name),
  );
  return Object.fromEntries(inherited);
}
