import { parseArgs } from 'node:util';
import { HarnessError } from '../config/errors.ts';

export interface StartOptions {
  open: boolean;
  /** Serve the operator page and open it. */
  watch: boolean;
  help: boolean;
}

/** The command line holds something that is no option. */
export class UsageError extends HarnessError {
  override readonly category = 'set-up';
}

export const HELP = `Signs up for a Mi account on one phone and writes a report.

  npm start                 on an emulated phone, which it starts and stops
  npm start -- --open       and opens the report in the browser
  npm start -- --watch      and opens a page on which to watch the run
  npm start -- --help       shows this

Everything else is a setting: see .env.example, e.g. MI_TARGET=devices npm start.
Exit code 0 only if the account was created. Results: reports/.
`;

/**
 * @param env npm leaves in it the options that it took for its own.
 * @throws {UsageError} naming what is unknown.
 */
export function parseOptions(
  args: readonly string[],
  env: NodeJS.ProcessEnv = process.env,
): StartOptions {
  for (const name of ['open', 'watch']) {
    if (env[`npm_config_${name}`] === undefined) continue;
    throw new UsageError(`npm took --${name} for an option of its own.`, {
      expected: `npm start -- --${name}`,
      seen: `npm start --${name}`,
      remedy: 'write -- before the options of a script',
    });
  }
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        open: { type: 'boolean' },
        watch: { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
      },
    });
    const { open = false, watch = false, help = false } = values;
    return { open, watch, help };
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    throw new UsageError('The command line was not understood.', {
      expected: '--open, --watch, --help or nothing',
      seen: args.join(' '),
      remedy: 'run `npm start -- --help`; settings are given as MI_… variables',
    });
  }
}
