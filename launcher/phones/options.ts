import { parsePhoneSelection, type PhoneSelection } from '../../config/phone-selection.ts';
import { parseCommandLine, UsageError } from '../command-line.ts';

export interface PhonesOptions {
  /** In place of MI_PHONES; absent when nothing was given. */
  selection: PhoneSelection | undefined;
  json: boolean;
  /** End leases instead of showing phones. */
  release: boolean;
  /** End also those whose run goes on. */
  force: boolean;
  help: boolean;
}

export const PHONES_HELP = `Shows the phones that adb lists: what they are, who uses them, and what they lack for a run.

  npm run phones                            all of them, or those of MI_PHONES
  npm run phones -- SERIAL …                those, as \`adb devices\` names them
  npm run phones -- 'miui>=13' region=cn    those for which every condition holds
  npm run phones -- --json                  as an array, for scripts
  npm run phones -- --release               ends the leases of runs that are gone
  npm run phones -- --release SERIAL …      ends the leases of these phones
  npm run phones -- --release SERIAL --force   also while the run goes on, which then disturbs the next
  npm run phones -- --help                  shows this

Conditions ask for model, miui, hyperos, android, region, language and owner: see MI_PHONES in
.env.example. Of phone numbers the last 3 digits are shown.
Exit code 0 if a run could use one of the phones at least, 1 if not.
`;

const SYNTAX = {
  command: 'npm run phones',
  words: 'SERIAL …, CONDITION …',
  options: {
    json: { type: 'boolean' },
    release: { type: 'boolean' },
    force: { type: 'boolean' },
  },
} as const;

/**
 * @param env npm leaves in it the options that it took for its own.
 * @throws {UsageError} naming what is not understood.
 */
export function parsePhonesOptions(
  args: readonly string[],
  env: NodeJS.ProcessEnv = process.env,
): PhonesOptions {
  const { words, json, release, force, help } = parseCommandLine(SYNTAX, args, env);
  const selection = words.length === 0 ? undefined : parsePhoneSelection(words.join(','));
  const refuse = (summary: string, expected: string): never => {
    throw new UsageError(summary, {
      expected,
      seen: args.join(' '),
      remedy: `run \`${SYNTAX.command} -- --help\``,
    });
  };
  if (words.length > 0 && selection === undefined) {
    refuse('These words are no phones.', "serials, or conditions in quotes such as 'miui>=13'");
  }
  if (force && !release) refuse('--force goes with --release.', '--release SERIAL --force');
  if (release && json) refuse('--release prints no JSON.', '--release or --json');
  if (release && selection !== undefined && selection.conditions.length > 0) {
    refuse('Leases are released by serial.', '--release SERIAL …');
  }
  if (force && selection === undefined) {
    refuse('--force needs the serials of phones.', '--release SERIAL --force');
  }
  return { selection, json, release, force, help };
}
