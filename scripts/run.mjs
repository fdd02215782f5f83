// node scripts/run.mjs FILE.ts [arguments]: the set-up, then that file in this same process, so that
// signals and the exit code are its own.
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { main, prepare, ROOT } from './prepare.mjs';

await main(async () => {
  const [file, ...args] = process.argv.slice(2);
  if (file === undefined) throw new TypeError('usage: node scripts/run.mjs FILE.ts [arguments]');
  Object.assign(process.env, await prepare());
  const path = resolve(ROOT, file);
  process.argv.splice(1, Infinity, path, ...args);
  // Imported only now: before the set-up there may be no tsx.
  const { register } = await import('tsx/esm/api');
  register({ tsconfig: resolve(ROOT, 'tsconfig.json') });
  await import(pathToFileURL(path).href);
});
