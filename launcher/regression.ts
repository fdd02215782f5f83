// What `npm run regression` runs: the specs, on every phone and in every language.
import { runCommand } from './command-line.ts';
import { parseRegressionOptions, REGRESSION_HELP } from './regression/options.ts';
import { regression } from './regression/regression.ts';

await runCommand({
  help: REGRESSION_HELP,
  parse: parseRegressionOptions,
  run: (options) => regression(options),
});
