// What `npm run check:locators` runs: the page objects' locators, against recorded screens and apps.
import { check, isClean } from './check-locators/check.ts';
import { readInputs } from './check-locators/inputs.ts';
import {
  CHECK_LOCATORS_HELP,
  parseCheckLocatorsOptions,
  type CheckLocatorsOptions,
} from './check-locators/options.ts';
import { reportLines } from './check-locators/report.ts';
import { printLines as print, runCommand } from './command-line.ts';

async function checkLocators({ paths, json }: CheckLocatorsOptions): Promise<number> {
  const result = await check(await readInputs(paths));
  print(...(json ? [JSON.stringify(result, null, 2)] : reportLines(result)));
  return isClean(result) ? 0 : 1;
}

await runCommand({
  help: CHECK_LOCATORS_HELP,
  parse: parseCheckLocatorsOptions,
  run: (options) => checkLocators(options),
});
