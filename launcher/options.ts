import { parseCommandLine, refuse, shardOf } from './command-line.ts';

export interface StartOptions {
  open: boolean;
  /** Serve the operator page and open it. */
  watch: boolean;
  /** How many phones, as MI_PHONE_COUNT; unset: as that says. */
  phones: string | undefined;
  /** Which part of the spec files, such as `1/4`; unset: all. */
  shard: string | undefined;
  help: boolean;
}

export const HELP = `Signs up for a Mi account on one phone or more and writes a report.

  npm start                     on an emulated phone, which it starts and stops
  npm start -- --phones 8       on so many at once
  npm start -- --shard 1/4      runs the first of four parts of the spec files
  npm start -- --open           and opens the report in the browser
  npm start -- --watch          and opens a page on which to watch the run
  npm start -- --help           shows this

Everything else is a setting: see .env.example, e.g. MI_TARGET=devices npm start.
The account stays on the phone unless MI_AFTER_SIGN_UP says otherwise.
Exit code 0 only if the account was created, on each phone that was used. Results: reports/.
`;

const SYNTAX = {
  command: 'npm start',
  options: {
    open: { type: 'boolean' },
    watch: { type: 'boolean' },
    phones: { type: 'string', value: 'COUNT' },
    shard: { type: 'string', value: 'PART/PARTS' },
  },
} as const;

/**
 * @param env npm leaves in it the options that it took for its own.
 * @throws {UsageError} naming what is unknown.
 */
export function parseOptions(
  args: readonly string[],
  env: NodeJS.ProcessEnv = process.env,
): StartOptions {
  const { open, watch, phones, shard, help } = parseCommandLine(SYNTAX, args, env);
  if (phones !== undefined && !/^[1-9]\d*$/.test(phones)) {
    refuse(SYNTAX.command, '--phones', phones, 'how many phones, such as 8');
  }
  return { open, watch, phones, shard: shardOf(SYNTAX.command, shard), help };
}
