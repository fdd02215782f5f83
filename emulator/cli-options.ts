import { parseArgs } from 'node:util';
import { defaultProfile, findProfile, inLanguage, profiles } from './profiles/index.ts';
import type { Profile } from './profiles/profile.ts';
import { readServiceOptions, SERVICE_HELP, SERVICE_OPTIONS } from './service/options.ts';
import { isPhoneNumber } from './service/phone-number.ts';
import type { ServiceSetup } from './service/service.ts';

/** What is wrong with a command line, in one message for the person who typed it. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

export interface StartOptions extends ServiceSetup {
  readonly profile: Profile;
  readonly consolePort: number | undefined;
  /** E.164 */
  readonly phoneNumber: string;
  readonly secure: boolean;
  /** Print one line of JSON instead of text. */
  readonly json: boolean;
  /** Stop when stdin ends, as it does when the parent process dies. */
  readonly exitWithParent: boolean;
}

const DEFAULT_NUMBER = '+12015550123';

export const HELP = `Usage: xiaomi-phone start [options]

Starts an emulated Xiaomi phone that adb lists as emulator-<port>, and runs until Ctrl-C,
SIGTERM or 'adb emu kill'.

  --profile ID          which phone: ${profiles.map(({ id }) => id).join(', ')}
                        (default ${defaultProfile.id})
  --language TAG        the phone's language, of those its profile has (xiaomi-phone profiles);
                        by default the one it is sold with
  --port PORT           even console port; adb gets the one above
                        (default: the first free pair of 5554-5682)
  --number NUMBER       the SIM card's number, with country code (default ${DEFAULT_NUMBER})
${SERVICE_HELP}  --secure on|off       FLAG_SECURE on the account pages, as release builds have it
                        (default off)
  --exit-with-parent    stop when standard input ends
  --json                print one line of JSON when ready
  --help                print this

Environment: ANDROID_ADB_SERVER_PORT (default 5037), ANDROID_HOME or ANDROID_SDK_ROOT.
`;

/**
 * Reads the command line, without `node` and the script.
 * @returns 'help' if that was asked for.
 * @throws UsageError naming the option, its value and what was expected.
 */
export function parseCommandLine(args: readonly string[]): StartOptions | 'help' {
  const { values, positionals } = parse(args);
  if (values.help) return 'help';
  if (positionals[0] !== 'start') {
    const got = positionals[0] === undefined ? 'no command' : `command '${positionals[0]}'`;
    throw new UsageError(`${got}: expected 'xiaomi-phone start' (see --help)`);
  }
  if (positionals.length > 1) {
    throw new UsageError(`unexpected argument '${positionals[1]}' (see --help)`);
  }
  const profile =
    values.profile === undefined ? defaultProfile : read('profile', values.profile, findProfile);
  return {
    profile:
      values.language === undefined
        ? profile
        : read('language', values.language, (language) => inLanguage(profile, language)),
    consolePort: values.port === undefined ? undefined : read('port', values.port, parsePort),
    phoneNumber: read('number', values.number ?? DEFAULT_NUMBER, parsePhoneNumber),
    ...readServiceOptions(values, read),
    secure: read('secure', values.secure ?? 'off', parseSwitch),
    json: values.json ?? false,
    exitWithParent: values['exit-with-parent'] ?? false,
  };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        profile: { type: 'string' },
        language: { type: 'string' },
        port: { type: 'string' },
        number: { type: 'string' },
        ...SERVICE_OPTIONS,
        secure: { type: 'string' },
        json: { type: 'boolean' },
        'exit-with-parent': { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
      },
    });
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    // Node explains at length how to pass an argument that looks like an option.
    const [problem] = error.message.split(/\. |\n/);
    throw new UsageError(`${problem} (see --help)`);
  }
}

function read<T>(option: string, value: string, parser: (value: string) => T): T {
  try {
    return parser(value);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new UsageError(`--${option}: ${error.message}`);
  }
}

function parsePort(value: string): number {
  const port = Number(value);
  if (!/^\d+$/.test(value) || port % 2 !== 0 || port < 1024 || port > 65_534) {
    throw new RangeError(`'${value}' is not an even port number from 1024 to 65534`);
  }
  return port;
}

function parsePhoneNumber(value: string): string {
  if (!isPhoneNumber(value)) {
    throw new RangeError(
      `'${value}' is not a phone number with country code, as ${DEFAULT_NUMBER} is`,
    );
  }
  return value;
}

function parseSwitch(value: string): boolean {
  if (value !== 'on' && value !== 'off') throw new RangeError(`'${value}' is neither on nor off`);
  return value === 'on';
}
