import { parseDuration } from '../../config/duration.ts';
import { parseCommandLine, refuse } from '../command-line.ts';
import { CHOICE, choiceOf, type RegressionOptions } from '../regression/options.ts';

export interface NightlyOptions extends RegressionOptions {
  /** How long each answer of the emulated service takes, such as `270s`; absent: none. */
  latency: string | undefined;
  /** Whether what lies under `reports/` is judged, and nothing run. */
  judge: boolean;
}

export const NIGHTLY_COMMAND = 'npm run nightly';

export const NIGHTLY_HELP = `Runs what QA runs each night, judges it by the quality gate, and says so in reports/summary.md.

  npm run nightly                        the whole regression, on every phone in every language
  npm run nightly -- --latency 270s      a sign-up on each of them in real time, where each answer of
                                         the emulated service takes so long
  npm run nightly -- --shard 1/4         the first of four parts, for one machine of four: nothing is
                                         judged, and the exit code is 0 whatever its tests came to
  npm run nightly -- --judge             judges what reports/ holds, and runs nothing: for parts that
                                         \`npm run report -- --merge FOLDER…\` put together
  npm run nightly -- --help              shows this

Whatever \`npm run regression -- --help\` names may be added. With --latency a step may take what it may
on a real phone, 5 minutes, unless MI_STEP_BUDGET is set. A gate that failed is told to MI_NOTIFY.
Exit code 0 only if the gate passed: failures of config/known-issues.json do not count.
`;

/** @throws {UsageError} */
export function parseNightlyOptions(args: readonly string[]): NightlyOptions {
  const options = {
    ...CHOICE,
    latency: { type: 'string', value: 'TIME' },
    judge: { type: 'boolean' },
  } as const;
  const command = NIGHTLY_COMMAND;
  const { latency, judge, ...values } = parseCommandLine({ command, options }, args);
  if (latency !== undefined && parseDuration(latency) === undefined) {
    refuse(command, '--latency', latency, 'a duration such as 270s or 4m');
  }
  if (judge && args.length > 1) {
    refuse(command, '--judge', args.join(' '), '--judge alone: what is judged was chosen before');
  }
  return { ...choiceOf(command, values), latency, judge };
}
