import { parseDuration } from '../../config/duration.ts';
import { parseCommandLine, UsageError } from '../command-line.ts';

export interface SmsOptions {
  serial: string | undefined;
  watch: boolean;
  /** How far back messages are shown, and how that was written. */
  since: { ms: number; text: string };
  help: boolean;
}

export const SMS_HELP = `Shows what a run would read of a phone's SMS, to check the phone before a run.

  npm run sms                          the only phone that is ready, or that of MI_PHONES
  npm run sms -- --serial SERIAL       that phone, as \`adb devices\` names it
  npm run sms -- --watch               goes on until Ctrl-C
  npm run sms -- --since 2m            messages of the last two minutes (default: 10m)
  npm run sms -- --help                shows this

MI_SMS_SOURCES, MI_SIM_SLOT and MI_PHONE_NUMBER count as they do in a run: see .env.example.
Codes are shown in clear; of other texts nothing is shown, and of people's numbers the last 3 digits.
Exit code 0 if SMS can be read in one way at least, 1 if not.
`;

const DEFAULT_SINCE = '10m';
const SYNTAX = {
  command: 'npm run sms',
  options: {
    serial: { type: 'string', value: 'SERIAL' },
    watch: { type: 'boolean' },
    since: { type: 'string', value: 'DURATION' },
  },
} as const;

/**
 * @param env npm leaves in it the options that it took for its own.
 * @throws {UsageError} naming what is not understood.
 */
export function parseSmsOptions(
  args: readonly string[],
  env: NodeJS.ProcessEnv = process.env,
): SmsOptions {
  const { serial, watch, since = DEFAULT_SINCE, help } = parseCommandLine(SYNTAX, args, env);
  const ms = parseDuration(since);
  if (ms === undefined) {
    throw new UsageError('--since needs a duration.', {
      expected: 'such as 10m, 90s or 1h',
      seen: since,
      remedy: 'run `npm run sms -- --help`',
    });
  }
  return { serial, watch, since: { ms, text: since.trim() }, help };
}
