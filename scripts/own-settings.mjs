import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './prepare.mjs';

/**
 * The environment of a run that nobody's own settings reach: a test never signs up on the phone that
 * someone's `.env` names. An empty variable counts as unset, and goes before the one in `.env`.
 *
 * @param {Readonly<Record<string, string | undefined>>} env
 * @param {string} [dotenv] the text of `.env`
 * @returns {Record<string, string | undefined>}
 */
export function withoutOwnSettings(env, dotenv = readDotenv()) {
  const fromFile = [...dotenv.matchAll(/^\s*(?:export\s+)?(MI_\w+)/gm)].map(
    ([, name = '']) => name,
  );
  return {
    ...Object.fromEntries(Object.entries(env).filter(([name]) => !name.startsWith('MI_'))),
    ...Object.fromEntries(fromFile.map((name) => [name, ''])),
  };
}

/** @returns {string} */
function readDotenv() {
  const path = join(ROOT, '.env');
  return existsSync(path) ? readFileSync(path, 'utf8') : '';
}

/**
 * The environment of a run that is to touch nothing but a phone it starts itself.
 *
 * @param {Readonly<Record<string, string | undefined>>} env of `withoutOwnSettings`
 * @param {string} stateDir with a ledger of its own
 * @returns {Record<string, string | undefined>}
 */
export function onEmulatedPhone(env, stateDir) {
  return { ...env, MI_TARGET: 'emulated', MI_STATE_DIR: stateDir };
}
