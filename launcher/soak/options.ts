import { parseCommandLine, UsageError } from '../command-line.ts';

export interface SoakOptions {
  /** How many sign-ups. */
  readonly count: number;
  /** How many at a time. */
  readonly atOnce: number;
  readonly help: boolean;
}

const DEFAULT_COUNT = 20;
const MAX_COUNT = 10_000;
/** More phones than that are slower together than one after the other, on most machines. */
const MAX_AT_ONCE = 16;

export const SOAK_HELP = `Signs up again and again on emulated phones, over all profiles and languages, and says how long it took.

  npm run soak                       ${String(DEFAULT_COUNT)} sign-ups, one after the other
  npm run soak -- --count 100        so many
  npm run soak -- --at-once 2        on so many phones at a time
  npm run soak -- --help             shows this

Each sign-up gets a phone as it comes out of its box, and an account service that has seen nobody yet;
the number is always the same. What a sign-up came to goes into reports/soak.json, evidence of those that failed
into reports/soak/. MI_EMULATOR_LATENCY, MI_STEP_BUDGET and the other settings count: see .env.example.
The exit code is 0 if none failed and the service got nothing twice.
`;

const COMMAND = 'npm run soak';

/** @throws {UsageError} naming what is not understood. */
export function parseSoakOptions(
  args: readonly string[],
  env: NodeJS.ProcessEnv = process.env,
): SoakOptions {
  const values = parseCommandLine(
    {
      command: COMMAND,
      options: {
        count: { type: 'string', value: 'N' },
        'at-once': { type: 'string', value: 'N' },
      },
    },
    args,
    env,
  );
  return {
    count: wholeNumber('--count', values.count, DEFAULT_COUNT, MAX_COUNT),
    atOnce: wholeNumber('--at-once', values['at-once'], 1, MAX_AT_ONCE),
    help: values.help,
  };
}

function wholeNumber(
  option: string,
  given: string | undefined,
  byDefault: number,
  max: number,
): number {
  if (given === undefined) return byDefault;
  const value = Number(given);
  if (Number.isInteger(value) && value >= 1 && value <= max) return value;
  throw new UsageError(`${option} does not take this.`, {
    expected: `a whole number from 1 to ${String(max)}`,
    seen: given,
    remedy: `run \`${COMMAND} -- --help\``,
  });
}
