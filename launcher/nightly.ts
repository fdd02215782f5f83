// What `npm run nightly` runs: the regression as QA runs it each night.
import { parseDuration } from '../config/duration.ts';
import { isSet } from './child-run.ts';
import { parseCommandLine, refuse, runCommand } from './command-line.ts';
import { CHOICE, choiceOf, type RegressionOptions } from './regression/options.ts';
import { regression } from './regression/regression.ts';

interface NightlyOptions extends RegressionOptions {
  /** How long each answer of the emulated service takes, such as `270s`; absent: none. */
  latency: string | undefined;
}

const COMMAND = 'npm run nightly';
/** What is done in real time: the whole journey, on each phone. */
const JOURNEY = 'specs/sign-up.spec.ts';
/** Waiting costs nothing: all phones at once. */
const ALL_AT_ONCE = '64';

const HELP = `Runs what QA runs each night.

  npm run nightly                        the whole regression, on every phone in every language
  npm run nightly -- --latency 270s      a sign-up on each of them in real time, where each answer of
                                         the emulated service takes so long
  npm run nightly -- --help              shows this

Whatever \`npm run regression -- --help\` names may be added. With --latency a step may take what it may
on a real phone, 5 minutes, unless MI_STEP_BUDGET is set.
`;

function parse(args: readonly string[]): NightlyOptions {
  const options = { ...CHOICE, latency: { type: 'string', value: 'TIME' } } as const;
  const { latency, ...values } = parseCommandLine({ command: COMMAND, options }, args);
  if (latency !== undefined && parseDuration(latency) === undefined) {
    refuse(COMMAND, '--latency', latency, 'a duration such as 270s or 4m');
  }
  return { ...choiceOf(COMMAND, values), latency };
}

function run({ latency, ...options }: NightlyOptions): Promise<number> {
  if (latency === undefined) return regression(options);
  const { specs, atOnce = ALL_AT_ONCE } = options;
  const chosen = { ...options, specs: specs.length === 0 ? [JOURNEY] : specs, atOnce };
  return regression(chosen, {
    MI_EMULATOR_LATENCY: latency,
    // Empty counts as unset: the regression's own is for a service that answers at once.
    ...(isSet('MI_STEP_BUDGET') ? {} : { MI_STEP_BUDGET: '' }),
  });
}

await runCommand({ help: HELP, parse, run: (options) => run(options) });
