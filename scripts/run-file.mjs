import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ROOT } from './prepare.mjs';

/**
 * Runs a TypeScript file of the project in this same process, so that signals and the exit code are
 * its own.
 *
 * @param {string} file from the project's folder
 * @param {readonly string[]} args what it finds in `process.argv`
 * @returns {Promise<void>}
 */
export async function runFile(file, args) {
  const path = resolve(ROOT, file);
  process.argv.splice(1, Infinity, path, ...args);
  // Imported only now: before the set-up there may be no tsx.
  const { register } = await import('tsx/esm/api');
  register({ tsconfig: resolve(ROOT, 'tsconfig.json') });
  await import(pathToFileURL(path).href);
}
