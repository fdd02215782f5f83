import { parseCommandLine } from '../command-line.ts';

export interface RecordOptions {
  serial: string | undefined;
  /** Where to; a new folder in reports/ when nothing was given. */
  folder: string | undefined;
  /** Record by itself whenever another screen shows. */
  watch: boolean;
  /** What else is to be masked, such as names. */
  hide: string[];
  help: boolean;
}

export const RECORD_HELP = `Records the screens of a phone, for those who write page objects and do not have it.

  npm run record                              the only phone that is ready, or that of MI_PHONES
  npm run record -- --serial SERIAL           that phone, as \`adb devices\` names it
  npm run record -- --watch                   records by itself when another screen shows, until Ctrl-C
  npm run record -- --hide 'Fang,Home WiFi'   masks these words, too
  npm run record -- --to FOLDER               writes there instead of into reports/recording-…
  npm run record -- --help                    shows this

You walk through Settings → Mi Account on the phone; it asks over adb what shows, installs nothing and
touches nothing. Enter records a screen, q ends. Of each screen it writes the tree, a picture unless the
page is secure, the activity and the texts, with numbers, codes, ids, addresses, account names and all
that was typed masked, and the same blurred in the picture. Look through the folder before you send it.

  npm run check:locators -- FOLDER            says what the page objects make of it

Exit code 0 when a screen was recorded at least, 1 if none was.
`;

const SYNTAX = {
  command: 'npm run record',
  options: {
    serial: { type: 'string', value: 'SERIAL' },
    to: { type: 'string', value: 'FOLDER' },
    hide: { type: 'string', value: 'WORDS' },
    watch: { type: 'boolean' },
  },
} as const;

/**
 * @param env npm leaves in it the options that it took for its own.
 * @throws {UsageError} naming what is not understood.
 */
export function parseRecordOptions(
  args: readonly string[],
  env: NodeJS.ProcessEnv = process.env,
): RecordOptions {
  const { serial, to, hide = '', watch, help } = parseCommandLine(SYNTAX, args, env);
  const words = hide.split(',').map((word) => word.trim());
  return { serial, folder: to, watch, hide: words.filter((word) => word !== ''), help };
}
