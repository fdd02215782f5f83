// node scripts/run.mjs FILE.ts [arguments]: the set-up, then that file.
import { main, prepare } from './prepare.mjs';
import { runFile } from './run-file.mjs';

await main(async () => {
  const [file, ...args] = process.argv.slice(2);
  if (file === undefined) throw new TypeError('usage: node scripts/run.mjs FILE.ts [arguments]');
  Object.assign(process.env, await prepare());
  await runFile(file, args);
});
