import { parseCommandLine } from './command-line.ts';

export interface StartOptions {
  open: boolean;
  /** Serve the operator page and open it. */
  watch: boolean;
  help: boolean;
}

export const HELP = `Signs up for a Mi account on one phone and writes a report.

  npm start                 on an emulated phone, which it starts and stops
  npm start -- --open       and opens the report in the browser
  npm start -- --watch      and opens a page on which to watch the run
  npm start -- --help       shows this

Everything else is a setting: see .env.example, e.g. MI_TARGET=devices npm start.
Exit code 0 only if the account was created. Results: reports/.
`;

const SYNTAX = {
  command: 'npm start',
  options: { open: { type: 'boolean' }, watch: { type: 'boolean' } },
} as const;

/**
 * @param env npm leaves in it the options that it took for its own.
 * @throws {UsageError} naming what is unknown.
 */
export function parseOptions(
  args: readonly string[],
  env: NodeJS.ProcessEnv = process.env,
): StartOptions {
  const { open, watch, help } = parseCommandLine(SYNTAX, args, env);
  return { open, watch, help };
}
