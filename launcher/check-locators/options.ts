import { parseCommandLine, UsageError } from '../command-line.ts';

export interface CheckLocatorsOptions {
  /** Files and folders, in the order given. */
  paths: string[];
  json: boolean;
  help: boolean;
}

export const CHECK_LOCATORS_HELP = `Checks the page objects' locators without a phone.

  npm run check:locators -- page-source.xml …    which page objects take recorded screens for theirs
  npm run check:locators -- reports/recording-…  the same of everything in a folder
  npm run check:locators -- XiaomiAccount.apk …  which ids and texts an app has, by language
  npm run check:locators -- PATH … --json        as JSON, for scripts
  npm run check:locators -- --help               shows this

Page sources are those of Appium, of \`npm run record\` and of \`uiautomator dump\`; the flows' own
recogniser and the page objects themselves look at them. Of each screen it says which page object's it
is, which of that one's methods find their controls there, and whether more than one takes it.

An APK is pulled from a phone: \`adb shell pm path com.xiaomi.account\`, then \`adb pull\`. Ids and texts
are looked up in the app that they belong to; those of other apps are left out. An id that is missing is
named with those most like it. Where the build took the resources' names away, ids that are not there
are unknown, not missing; so are texts in a language that the app does not have. Page objects know several
generations of an app: an APK of one has not the others' ids, which are listed all the same.

Exit code 0 if every screen is one page object's and nothing is missing; 1 if a screen is unknown or
ambiguous, or an id or text is missing; 2 if the command line or a file is not understood.
`;

const SYNTAX = {
  command: 'npm run check:locators',
  words: 'PATH …',
  options: { json: { type: 'boolean' } },
} as const;

/**
 * @param env npm leaves in it the options that it took for its own.
 * @throws {UsageError} naming what is not understood.
 */
export function parseCheckLocatorsOptions(
  args: readonly string[],
  env: NodeJS.ProcessEnv = process.env,
): CheckLocatorsOptions {
  const { words, json, help } = parseCommandLine(SYNTAX, args, env);
  if (words.length === 0 && !help) {
    throw new UsageError('Nothing was given to check.', {
      expected: 'page sources, a folder of them, or APKs',
      seen: 'no path',
      remedy: 'run `npm run check:locators -- --help`',
    });
  }
  return { paths: words, json, help };
}
