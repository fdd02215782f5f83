import { parseArgs } from 'node:util';
import type { GateValues } from './android/gates/table.ts';
import { GATE_HELP, GATE_OPTIONS, readGates } from './cli-gates.ts';
import { choosePhones, DEFAULT_NUMBER, type ChosenPhone } from './cli-phones.ts';
import { defaultProfile, profiles } from './profiles/index.ts';
import { readServiceOptions, SERVICE_HELP, SERVICE_OPTIONS } from './service/options.ts';
import type { ServiceSetup } from './service/service.ts';
import { readOption as read, UsageError } from './usage-error.ts';

export type CommandLine =
  StartOptions | ProfilesOptions | { readonly command: 'serve' } | { readonly command: 'help' };

export interface ProfilesOptions {
  readonly command: 'profiles';
  readonly json: boolean;
}

export interface StartOptions {
  readonly command: 'start';
  /** At least one. */
  readonly phones: readonly ChosenPhone[];
  /** Of the account service that they share. */
  readonly service: Required<ServiceSetup>;
  /** How Xiaomi's gates stand on each of them. */
  readonly gates: GateValues;
  /** Whether each has a page that shows it in a browser. */
  readonly view: boolean;
  /** Print a line of JSON for each phone instead of text. */
  readonly json: boolean;
  /** Stop when stdin ends, as it does when the parent process dies. */
  readonly exitWithParent: boolean;
}

export const HELP = `Usage: xiaomi-phone start [options]
       xiaomi-phone serve
       xiaomi-phone profiles [--json]

start: emulated Xiaomi phones that adb lists as emulator-<port>, until Ctrl-C, SIGTERM or, for
one of them, 'adb -s <serial> emu kill'. The phones of one process share the account service.

  --count N             how many phones, 1-64 (default: as many as there are profiles,
                        languages or numbers given, at least one)
  --profile ID          which phone: ${profiles.map(({ id }) => id).join(', ')}
                        (default ${defaultProfile.id}); given several times, the
                        phones take them in turn
  --language TAG        the phone's language, of those its profile has (xiaomi-phone profiles);
                        by default the one it is sold with; given several times, in turn too
  --port PORT           even console port of the first phone; adb gets the one above, and the
                        next phone the two after that (default: the free pairs of 5554-5683)
  --number NUMBER       the first SIM card's number, with country code (default
                        ${DEFAULT_NUMBER}); the next phones have the numbers after it, or give
                        it several times
  --sim2 NUMBER         a second SIM card, with that number, in the first phone; given several
                        times, in the next ones too (default: none)
${SERVICE_HELP}  --view                a page for each phone, which shows it in a browser and takes taps, swipes
                        and typing; its address is printed
  --exit-with-parent    stop when standard input ends
  --json                print one line of JSON for each phone when it is ready
  --help                print this

Xiaomi's gates, which a phone's admin address changes while it runs (emulator/README.md):
${GATE_HELP}
serve: starts and stops groups of phones, each as by a 'start' of its own, as lines of JSON on
standard input ask for it, until that ends (emulator/README.md).

profiles: the phones there are, as a table or with --json as an array.

Environment: ANDROID_ADB_SERVER_PORT (default 5037), ANDROID_HOME or ANDROID_SDK_ROOT.
`;

/**
 * Reads the command line, without `node` and the script.
 * @throws UsageError naming the option, its value and what was expected.
 */
export function parseCommandLine(args: readonly string[]): CommandLine {
  const { values, positionals } = parse(args);
  if (values.help) return { command: 'help' };
  const [command, extra] = positionals;
  if (command !== 'start' && command !== 'serve' && command !== 'profiles') {
    const got = command === undefined ? 'no command' : `command '${command}'`;
    throw new UsageError(
      `${got}: expected 'xiaomi-phone start', 'xiaomi-phone serve' or 'xiaomi-phone profiles' (see --help)`,
    );
  }
  if (extra !== undefined) throw new UsageError(`unexpected argument '${extra}' (see --help)`);
  if (command === 'start') return startOptions(values);
  return command === 'serve' ? serveOptions(values) : profilesOptions(values);
}

type Values = ReturnType<typeof parse>['values'];

function startOptions(values: Values): StartOptions {
  return {
    command: 'start',
    phones: choosePhones(values),
    service: readServiceOptions(values, read),
    gates: readGates(values),
    view: values.view ?? false,
    json: values.json ?? false,
    exitWithParent: values['exit-with-parent'] ?? false,
  };
}

function serveOptions(values: Values): CommandLine {
  const [option] = Object.keys(values);
  if (option === undefined) return { command: 'serve' };
  throw new UsageError(`--${option} is an option of 'start'; 'serve' takes them on standard input`);
}

function profilesOptions({ json = false, ...others }: Values): ProfilesOptions {
  const [other] = Object.keys(others);
  if (other !== undefined) {
    throw new UsageError(`--${other} is an option of 'start'; 'profiles' takes --json alone`);
  }
  return { command: 'profiles', json };
}

const OPTIONS = {
  count: { type: 'string' },
  profile: { type: 'string', multiple: true },
  language: { type: 'string', multiple: true },
  port: { type: 'string' },
  number: { type: 'string', multiple: true },
  sim2: { type: 'string', multiple: true },
  ...SERVICE_OPTIONS,
  ...GATE_OPTIONS,
  view: { type: 'boolean' },
  json: { type: 'boolean' },
  'exit-with-parent': { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const;

function parse(args: readonly string[]) {
  try {
    const parsed = parseArgs({
      args: [...args],
      allowPositionals: true,
      tokens: true,
      options: OPTIONS,
    });
    assertGivenOnce(
      parsed.tokens.flatMap((token) => (token.kind === 'option' ? [token.name] : [])),
    );
    return parsed;
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    // Node explains at length how to pass an argument that looks like an option.
    const [problem] = error.message.split(/\. |\n/);
    throw new UsageError(`${problem} (see --help)`);
  }
}

/** Of an option given twice, parseArgs would take the last in silence. */
function assertGivenOnce(names: readonly string[]): void {
  const isRepeatable = (name: string) => 'multiple' in OPTIONS[name as keyof typeof OPTIONS];
  const twice = names.find((name, at) => names.indexOf(name) !== at && !isRepeatable(name));
  if (twice !== undefined) throw new UsageError(`--${twice} is given twice; expected once`);
}
