import { Readable, Writable } from 'node:stream';
import {
  Bash,
  bytesOutput,
  type CommandName,
  defineCommand,
  latin1FromBytes,
  parse,
  type ScriptNode,
  serialize,
  unsafeBytesFromLatin1,
} from 'just-bash';
import type { AndroidSystem } from '../android/system.ts';
import {
  type CommandInput,
  type CommandOutput,
  type ShellCommand,
  type StreamInput,
  UsageError,
} from './command.ts';
import { ANDROID_COMMANDS } from './commands/index.ts';
import { createToybox, createWhich } from './commands/which.ts';
import { runInteractively } from './interactive.ts';
import { asMkshMessages } from './messages.ts';
import { readExactly } from './read-exactly.ts';
import { dropSystemPath, readsStdin, type SplitScript, splitTail, TAIL_COMMAND } from './script.ts';
import { writeTo } from './write-to.ts';

/** What a command line reads, writes and is stopped by. */
export interface ShellIo {
  readonly stdin: Readable;
  readonly stdout: Writable;
  readonly stderr: Writable;
  /** Aborted when the client has gone. */
  readonly signal: AbortSignal;
  /** True where a terminal is at the other end. */
  readonly tty?: boolean;
}

/** What one line of a session leaves to the next. */
export interface ShellState {
  readonly env: Readonly<Record<string, string>>;
  readonly cwd: string;
  readonly exitCode: number;
}

/** A command that just-bash came to as the last one, with its words expanded. */
interface TailCall {
  readonly args: readonly string[];
  readonly cwd: string;
  readonly env: ReadonlyMap<string, string>;
}

/** Commands of just-bash that toybox and mksh have too; the rest is left out. */
const BUILT_INS = (
  'awk basename base64 chmod clear comm cp cut diff dirname du echo egrep env expand expr ' +
  'false fgrep file find fold grep gunzip gzip head hostname ln md5sum mkdir mv nl od paste ' +
  'printenv printf pwd readlink rev rm rmdir sed seq sh sha1sum sha256sum sleep sort split stat ' +
  'strings tac tail tar tee time timeout touch tr true uniq wc xargs zcat'
).split(' ');

const PATH =
  '/product/bin:/apex/com.android.runtime/bin:/apex/com.android.art/bin:/system_ext/bin:' +
  '/system/bin:/system/xbin:/odm/bin:/vendor/bin:/vendor/xbin';

const SHELL_UID = 2000;

/** The phone's command line: a shell language by just-bash, and Android's commands. */
export class Shell {
  readonly #system: AndroidSystem;
  readonly #commands: ReadonlyMap<string, ShellCommand>;

  constructor(system: AndroidSystem) {
    this.#system = system;
    const names = new Set([...BUILT_INS, ...ANDROID_COMMANDS.map(({ name }) => name)]);
    const commands = [
      ...ANDROID_COMMANDS,
      createWhich(names),
      createToybox(names, ANDROID_COMMANDS),
    ];
    this.#commands = new Map(commands.map((command) => [command.name, command]));
  }

  /** Text before the cursor of an interactive shell. */
  get prompt(): string {
    return `${this.#system.properties.get('ro.product.device')}:`;
  }

  get initialState(): ShellState {
    const env = {
      ANDROID_DATA: '/data',
      ANDROID_ROOT: '/system',
      ANDROID_STORAGE: '/storage',
      EXTERNAL_STORAGE: '/sdcard',
      HOME: '/',
      HOSTNAME: this.#system.properties.get('ro.product.device'),
      LOGNAME: 'shell',
      PATH,
      SHELL: '/bin/sh',
      TMPDIR: '/data/local/tmp',
      TZ: this.#system.properties.get('persist.sys.timezone'),
      USER: 'shell',
    };
    return { env, cwd: '/', exitCode: 0 };
  }

  /**
   * Runs a command line; an empty one starts an interactive shell.
   * @returns the exit code.
   */
  async run(commandLine: string, io: ShellIo): Promise<number> {
    if (commandLine === '') return runInteractively(this, withTerminal(io));
    const { exitCode } = await this.execute(commandLine, withTerminal(io), this.initialState);
    return exitCode;
  }

  /** Runs one command line of a session and tells what it leaves to the next. */
  async execute(commandLine: string, io: ShellIo, state: ShellState): Promise<ShellState> {
    const script = tryParse(commandLine);
    const rewritten = script && dropSystemPath(script) ? serialize(script) : commandLine;
    const split = script && splitTail(script, (name) => this.#commands.has(name));
    const stdin =
      script && readsStdin(script)
        ? await readExactly(io.stdin, Infinity, io.signal)
        : Buffer.alloc(0);
    const tail: { call: TailCall | undefined } = { call: undefined };
    const bash = this.#createBash(state, tail, io.signal);
    // So that `$?` tells of the line before.
    const status = state.exitCode === 0 ? '' : `(exit ${state.exitCode})\n`;
    const result = await bash.exec(status + (split?.source ?? rewritten), {
      env: { ...state.env },
      cwd: state.cwd,
      stdin: stdin.toString('latin1'),
      stdinKind: 'bytes',
      signal: io.signal,
      rawScript: true,
    });
    // just-bash merges what `2>&1` redirects into stdout, the shell's own messages included.
    const mayHoldMessages = commandLine.includes('>&') || commandLine.includes('&>');
    await writeTo(io.stdout, mayHoldMessages ? asMkshMessages(result.stdout) : result.stdout);
    await writeTo(io.stderr, asMkshMessages(result.stderr));
    const exitCode =
      split && tail.call ? await this.#runTail(tail.call, split, io, stdin) : result.exitCode;
    return { env: result.env, cwd: result.env['PWD'] ?? state.cwd, exitCode };
  }

  #createBash(state: ShellState, tail: { call: TailCall | undefined }, signal: AbortSignal): Bash {
    const commands = [...this.#commands.values()].map((command) =>
      defineCommand(command.name, async (args, context) => {
        const output = await runCommand(command, {
          system: this.#system,
          args,
          cwd: context.cwd,
          env: context.env,
          files: this.#system.files,
          stdin: Buffer.from(latin1FromBytes(context.stdin), 'latin1'),
        });
        const stdout = Buffer.from(output.stdout ?? '');
        return {
          ...bytesOutput(unsafeBytesFromLatin1(stdout.toString('latin1'))),
          stderr: output.stderr ?? '',
          exitCode: output.exitCode ?? 0,
        };
      }),
    );
    const callTail = defineCommand(TAIL_COMMAND, async (args, context) => {
      tail.call = { args, cwd: context.cwd, env: new Map(context.env) };
      return { stdout: '', stderr: '', exitCode: 0 };
    });
    return new Bash({
      fs: this.#system.files,
      env: { ...state.env },
      cwd: state.cwd,
      commands: BUILT_INS as CommandName[],
      customCommands: [...commands, callTail],
      sleep: (delayMs) => this.#system.clock.sleep(delayMs, signal),
      processInfo: { pid: 4021, ppid: 1203, uid: SHELL_UID, gid: SHELL_UID },
    });
  }

  async #runTail(call: TailCall, split: SplitScript, io: ShellIo, stdin: Buffer): Promise<number> {
    const [name = '', ...args] = call.args;
    const command = this.#commands.get(name);
    if (!command) return 127;
    const filter = split.filter === undefined ? undefined : new LineFilter(this, split.filter, io);
    const input: Omit<StreamInput, 'stdin'> = {
      system: this.#system,
      args,
      cwd: call.cwd,
      env: call.env,
      files: this.#system.files,
      signal: io.signal,
      write: (output) => (filter ? filter.write(output) : writeTo(io.stdout, output)),
      writeError: (output) => writeTo(io.stderr, output),
    };
    if (command.stream && command.streams?.(args) === true) {
      const exitCode = await runStream(command.stream, { ...input, stdin: io.stdin });
      await filter?.end();
      return exitCode;
    }
    const output = await runCommand(command, { ...input, stdin });
    await input.write(output.stdout ?? '');
    await filter?.end();
    await input.writeError(output.stderr ?? '');
    return output.exitCode ?? 0;
  }
}

/** Sends a stream's lines through the rest of its pipeline, as many at a time as there are. */
class LineFilter {
  readonly #shell: Shell;
  readonly #pipeline: string;
  readonly #io: ShellIo;
  #pending = '';

  constructor(shell: Shell, pipeline: string, io: ShellIo) {
    this.#shell = shell;
    this.#pipeline = pipeline;
    this.#io = io;
  }

  async write(output: string | Buffer): Promise<void> {
    const text = this.#pending + output.toString();
    const end = text.lastIndexOf('\n') + 1;
    this.#pending = text.slice(end);
    await this.#pass(text.slice(0, end));
  }

  async end(): Promise<void> {
    await this.#pass(this.#pending);
    this.#pending = '';
  }

  async #pass(lines: string): Promise<void> {
    if (lines === '') return;
    const io = { ...this.#io, stdin: Readable.from([Buffer.from(lines)]) };
    await this.#shell.execute(this.#pipeline, io, this.#shell.initialState);
  }
}

async function runCommand(command: ShellCommand, input: CommandInput): Promise<CommandOutput> {
  try {
    return await command.run(input);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    return { stderr: `${error.message}\n`, exitCode: error.exitCode };
  }
}

async function runStream(
  stream: NonNullable<ShellCommand['stream']>,
  input: StreamInput,
): Promise<number> {
  try {
    return await stream(input);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    await input.writeError(`${error.message}\n`);
    return error.exitCode;
  }
}

/** `undefined` for what cannot be parsed: just-bash then reports the error in running it. */
function tryParse(source: string): ScriptNode | undefined {
  try {
    return parse(source);
  } catch {
    return undefined;
  }
}

/** Where a terminal is at the other end, a pty turns every newline into a carriage return too. */
function withTerminal(io: ShellIo): ShellIo {
  if (!io.tty) return io;
  const stdout = new Writable({
    write: (chunk: Buffer, _encoding, done) => {
      const output = Buffer.from(chunk.toString('latin1').replace(/\r?\n/g, '\r\n'), 'latin1');
      io.stdout.write(output, () => done());
    },
  });
  // A pty has one output for both.
  return { ...io, stdout, stderr: stdout };
}
