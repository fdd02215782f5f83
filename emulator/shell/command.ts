import type { Readable } from 'node:stream';
import type { IFileSystem } from 'just-bash';
import type { AndroidSystem } from '../android/system.ts';
import type { StandardInput } from './standard-input.ts';

/** What a command gets: the phone it runs on, and what the shell has made of its command line. */
export interface CommandInput {
  readonly system: AndroidSystem;
  /** Words after the command's name, expanded. */
  readonly args: readonly string[];
  /** Working directory. */
  readonly cwd: string;
  readonly env: ReadonlyMap<string, string>;
  readonly files: IFileSystem;
  readonly stdin: Buffer;
}

export interface CommandOutput {
  readonly stdout?: string | Buffer;
  readonly stderr?: string;
  /** Default 0. */
  readonly exitCode?: number;
}

/** What a command gets that reads and writes while it runs. */
export interface StreamInput extends Omit<CommandInput, 'stdin'> {
  /** What the command was called by. */
  readonly name: string;
  readonly stdin: Readable;
  /** The same, to be shared: what is not read is there for the next command. */
  readonly input: StandardInput;
  /** Resolves when the reader has room for more. */
  write(output: string | Buffer): Promise<void>;
  writeError(output: string): Promise<void>;
  /** Aborted when the client or the reader of a pipe has gone, and by Ctrl-C. */
  readonly signal: AbortSignal;
}

/** A command of the phone's shell. */
export interface ShellCommand {
  readonly name: string;
  run(input: CommandInput): CommandOutput | Promise<CommandOutput>;
  /** Whether a call with these arguments runs in `stream`. */
  streams?(args: readonly string[]): boolean;
  /** Resolves with the exit code. */
  stream?(input: StreamInput): Promise<number>;
  /** Whether a call with these arguments is left to the command that just-bash has of that name. */
  leaves?(args: readonly string[]): boolean;
}

/** A command line the command cannot make sense of; ends the command with this output. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
  readonly exitCode: number;

  constructor(message: string, exitCode = 1) {
    super(message);
    this.exitCode = exitCode;
  }
}

/** The absolute path of what a command was told, by its working directory. */
export function resolvePath(input: Pick<CommandInput, 'cwd' | 'files'>, path: string): string {
  return input.files.resolvePath(input.cwd, path);
}
