import { TEST_TAGS } from '../../config/test-tags.ts';
import { parseCommandLine, refuse, shardOf, type CommandValues } from '../command-line.ts';

export interface RegressionOptions {
  /** Each test with one of them runs. */
  tags: readonly string[];
  /** Ids of emulated profiles; `undefined`: as the settings say, else all. */
  profiles: readonly string[] | undefined;
  /** BCP 47; `undefined`: as the settings say, else all that the harness knows. */
  languages: readonly string[] | undefined;
  /** Spec files and folders as they were typed; empty: all. */
  specs: readonly string[];
  /** Part of a test's title, in any case; absent: any. */
  name: string | undefined;
  /** How many phones work at a time; absent: as the settings say. */
  atOnce: string | undefined;
  /** Which part of the spec files, such as `1/4`; unset: all. */
  shard: string | undefined;
  help: boolean;
}

export const REGRESSION_HELP = `Runs the regression suite, each test on every phone, and says what failed where.

  npm run regression                                 on every emulated phone in every language
  npm run regression -- --tags smoke                 the tests tagged @smoke; several: smoke,slow
  npm run regression -- --profiles xiaomi-13,redmi-7a --languages en,ru
                                                     on these phones, in these languages; or all
  npm run regression -- --profiles redmi-7a@ru,xiaomi-13@en
                                                     on these phones, each in its language
  npm run regression -- --specs sms-code,specs/sign-up.spec.ts
                                                     the tests of these files and folders
  npm run regression -- --name 'expired'             the tests with this in their titles
  npm run regression -- --at-once 4                  so many phones work at a time
  npm run regression -- --shard 1/4                  the first of four parts of the spec files
  npm run regression -- --help                       shows this

Tags: ${TEST_TAGS.join(', ')}. On connected phones (MI_TARGET=devices) the tests that may not run there are
skipped. Exit code 0 only if every test passed on every phone. Results: reports/.
`;

const COMMAND = 'npm run regression';

/** What chooses phones and tests on a command line. */
export const CHOICE = {
  tags: { type: 'string', value: 'TAG,…' },
  profiles: { type: 'string', value: 'PROFILE,…' },
  languages: { type: 'string', value: 'LANGUAGE,…' },
  specs: { type: 'string', value: 'FILE-OR-FOLDER,…' },
  name: { type: 'string', value: 'TEXT' },
  'at-once': { type: 'string', value: 'COUNT' },
  shard: { type: 'string', value: 'PART/PARTS' },
} as const;

/**
 * @param env npm leaves in it the options that it took for its own.
 * @throws {UsageError} naming what is not understood, and what is known.
 */
export function parseRegressionOptions(
  args: readonly string[],
  env: NodeJS.ProcessEnv = process.env,
): RegressionOptions {
  return choiceOf(COMMAND, parseCommandLine({ command: COMMAND, options: CHOICE }, args, env));
}

/** @throws {UsageError} */
export function choiceOf(command: string, values: CommandValues<typeof CHOICE>): RegressionOptions {
  const { 'at-once': atOnce, name, shard, help } = values;
  const tags = list(values.tags)?.map((tag) => tag.replace(/^@/, '')) ?? ['regression'];
  const known: readonly string[] = TEST_TAGS;
  for (const tag of tags) {
    if (!known.includes(tag)) refuse(command, '--tags', tag, `some of ${known.join(', ')}`);
  }
  if (atOnce !== undefined && !/^[1-9]\d?$/.test(atOnce)) {
    refuse(command, '--at-once', atOnce, 'how many phones, such as 4');
  }
  return {
    tags,
    profiles: list(values.profiles),
    languages: list(values.languages),
    specs: list(values.specs) ?? [],
    name,
    atOnce,
    shard: shardOf(command, shard),
    help,
  };
}

/** The words of a list with commas; `undefined` for none. */
function list(text: string | undefined): string[] | undefined {
  const words = text?.split(',').flatMap((word) => word.trim() || []) ?? [];
  return words.length === 0 ? undefined : words;
}
