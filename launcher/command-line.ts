import { parseArgs } from 'node:util';
import { HarnessError } from '../config/errors.ts';
import { SettingsError } from '../config/settings-error.ts';
import { InterruptedError } from './errors.ts';
import { outliveReader } from './reader-gone.ts';
import { takeOverSignals } from './signals.ts';

const EXIT_CODE_FAILED = 1;
/** The command line or the settings are wrong, so that nothing was done. */
const EXIT_CODE_USAGE = 2;

/** The command line holds something that is no option. */
export class UsageError extends HarnessError {
  override readonly category = 'set-up';
}

/** An option as `parseArgs` of node:util takes it. */
export type OptionSpec =
  | { readonly type: 'boolean'; readonly short?: string }
  /** `value`: what stands for the value in texts, such as `SERIAL`. */
  | { readonly type: 'string'; readonly value: string };

/** What may stand on a command line; every command takes `--help` besides. */
export interface CommandSyntax<Options extends Readonly<Record<string, OptionSpec>>> {
  /** As it is typed, e.g. `npm run sms`. */
  readonly command: string;
  readonly options: Options;
  /** What words without dashes are, such as `SERIAL …`; absent: none are taken. */
  readonly words?: string;
}

/** What stood on it. */
export type CommandValues<Options extends Readonly<Record<string, OptionSpec>>> = {
  -readonly [Name in keyof Options]: Options[Name]['type'] extends 'boolean'
    ? boolean
    : string | undefined;
} & { help: boolean; words: string[] };

/**
 * Reads the command line of one of the project's commands.
 * @param args without Node and the script.
 * @param env npm leaves in it the options that it took for its own.
 * @throws {UsageError} naming what is not understood.
 */
export function parseCommandLine<const Options extends Readonly<Record<string, OptionSpec>>>(
  { command, options, words }: CommandSyntax<Options>,
  args: readonly string[],
  env: NodeJS.ProcessEnv = process.env,
): CommandValues<Options> {
  const taken = Object.keys(options).find((name) => env[npmConfigVariable(name)] !== undefined);
  if (taken !== undefined) {
    throw new UsageError(`npm took --${taken} for an option of its own.`, {
      expected: `${command} -- --${taken} …`,
      seen: `${command} --${taken} …`,
      remedy: 'write -- before the options of a script',
    });
  }
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: words !== undefined,
      options: { ...options, help: { type: 'boolean', short: 'h' } },
    });
    const off = Object.entries(options).filter(([, { type }]) => type === 'boolean');
    return {
      help: false,
      ...Object.fromEntries(off.map(([name]) => [name, false])),
      ...values,
      words: positionals,
    } as unknown as CommandValues<Options>;
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    throw new UsageError('The command line was not understood.', {
      expected: expectedWords(options, words),
      seen: args.join(' '),
      remedy: `run \`${command} -- --help\`; settings are given as MI_… variables`,
    });
  }
}

/**
 * Refuses the value of an option.
 * @param expected what it may be; completes "expected: …".
 */
export function refuse(command: string, option: string, seen: string, expected: string): never {
  throw new UsageError(`${option} was not understood.`, {
    expected,
    seen,
    remedy: `run \`${command} -- --help\``,
  });
}

/**
 * The value of `--shard`, which part of how many.
 * @throws {UsageError}
 */
export function shardOf(command: string, text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  const [, part, parts] = /^([1-9]\d*)\/([1-9]\d*)$/.exec(text) ?? [];
  if (part !== undefined && Number(part) <= Number(parts)) return text;
  return refuse(command, '--shard', text, 'which part of how many, such as 1/4');
}

/** `--serial SERIAL, --watch, --help or nothing` */
function expectedWords(options: Readonly<Record<string, OptionSpec>>, words?: string): string {
  const named = Object.entries(options).map(([name, option]) =>
    option.type === 'boolean' ? `--${name}` : `--${name} ${option.value}`,
  );
  return `${[...(words === undefined ? [] : [words]), ...named, '--help'].join(', ')} or nothing`;
}

/** npm's configuration in the environment of a script. */
function npmConfigVariable(option: string): string {
  return `npm_config_${option.replaceAll('-', '_')}`;
}

/** One of the project's commands. */
export interface Command<Options extends { help: boolean }> {
  /** What `--help` shows. */
  readonly help: string;
  /** @throws {UsageError} */
  parse(args: readonly string[]): Options;
  /**
   * @param signal aborted when a person or the system ends the command, and when nobody reads any more
   *   what it prints.
   * @returns the exit code.
   */
  run(options: Options, signal: AbortSignal): Promise<number>;
  /** The exit code when a person ended it; 1 unless this is how it usually ends. */
  stopped?(options: Options): number;
}

/** Runs a command as the process's own and sets its exit code; what fails is printed. */
export async function runCommand<Options extends { help: boolean }>(
  command: Command<Options>,
): Promise<void> {
  const stop = new AbortController();
  outliveReader(() => stop.abort(new InterruptedError('nobody reads its output')));
  try {
    process.exitCode = await exitCodeOf(command, process.argv.slice(2), stop);
  } catch (error) {
    if (!(error instanceof HarnessError)) throw error;
    process.stderr.write(`${error.message}\n`);
    const isUsage = error instanceof UsageError || error instanceof SettingsError;
    process.exitCode = isUsage ? EXIT_CODE_USAGE : EXIT_CODE_FAILED;
  }
}

async function exitCodeOf<Options extends { help: boolean }>(
  command: Command<Options>,
  args: readonly string[],
  stop: AbortController,
): Promise<number> {
  const options = command.parse(args);
  if (options.help) {
    process.stdout.write(command.help);
    return 0;
  }
  const stopped = { byPerson: false };
  takeOverSignals({
    onStop: (signal) => {
      stopped.byPerson = true;
      stop.abort(new InterruptedError(signal));
    },
    onInsist: () => process.exit(EXIT_CODE_FAILED),
  });
  try {
    return await command.run(options, stop.signal);
  } catch (error) {
    if (!stop.signal.aborted) throw error;
    if (stopped.byPerson) process.stderr.write('\nStopped.\n');
    return command.stopped?.(options) ?? EXIT_CODE_FAILED;
  }
}

/** Each as a line of its own. */
export function printLines(...lines: readonly string[]): void {
  for (const line of lines) process.stdout.write(`${line}\n`);
}
