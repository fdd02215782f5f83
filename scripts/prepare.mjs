import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { withAdbInstalled } from './adb-install.mjs';
import { withChromiumInstalled } from './chromium-install.mjs';
import { ensureDependencies } from './dependencies.mjs';
import { checkNodeVersion } from './node-version.mjs';
import { SetupError } from './setup-error.mjs';

/** The project's folder. */
export const ROOT = fileURLToPath(new URL('..', import.meta.url));

/**
 * Makes a clone ready to run, and says nothing where nothing is to be done: Node's version, the
 * locked dependencies, adb. It uses Node's own modules only, since it runs before any other is
 * installed. No Java, no Android SDK.
 *
 * @param {{ adb?: boolean, chromium?: boolean }} [needs] `adb: false` for commands that need no
 *   phone, `chromium: true` for those that test the operator page
 * @returns {Promise<Record<string, string | undefined>>} the environment for what runs next
 * @throws {SetupError} one clear message with a remedy
 */
export async function prepare({ adb = true, chromium = false } = {}) {
  /** @type {unknown} */
  const manifest = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
  checkNodeVersion(
    process.version,
    /** @type {{ engines: { node: string } }} */ (manifest).engines.node,
  );
  await ensureDependencies(ROOT);
  const env = adb ? withAdbInstalled(process.env) : { ...process.env };
  return chromium ? withChromiumInstalled(env) : env;
}

/**
 * Runs a command's body; a set-up that cannot go on ends the process with its message alone.
 *
 * @param {() => Promise<void>} body
 * @returns {Promise<void>}
 */
export async function main(body) {
  try {
    await body();
  } catch (error) {
    if (!(error instanceof SetupError)) throw error;
    process.stderr.write(`\n✖ ${error.message}\n`);
    process.exitCode = 1;
  }
}
