import { addAbortSignal, Transform } from 'node:stream';
import { parse } from 'just-bash';
import { endsWithExit } from './script.ts';
import type { Shell, ShellIo, ShellState } from './shell.ts';
import { writeTo } from './write-to.ts';

const CTRL_C = 0x03;
const CTRL_D = 0x04;
const BACKSPACE = 0x7f;
const CARRIAGE_RETURN = 0x0d;
const NEWLINE = 0x0a;
/** 128 + SIGINT */
const EXIT_CODE_INTERRUPTED = 130;

/**
 * A session: reads command lines until `exit`, end of input or the client's leaving.
 * With a terminal it prompts and does the line editing of a pty: echo, backspace, Ctrl-C, Ctrl-D.
 * @returns the exit code of the last command.
 */
export async function runInteractively(shell: Shell, io: ShellIo): Promise<number> {
  const typed = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      done(null, session.interruptBy(chunk));
    },
  });
  const session = new Session(shell, { ...io, stdin: typed });
  io.stdin.pipe(typed);
  await session.prompt();
  try {
    for await (const chunk of addAbortSignal(io.signal, typed)) {
      for (const byte of Buffer.from(chunk as Uint8Array)) {
        await session.type(byte);
        if (session.ended) return session.exitCode;
      }
    }
  } catch (error) {
    if (!io.signal.aborted) throw error;
    // 128 + SIGHUP: its terminal has gone.
    return 129;
  }
  await session.finish();
  return session.exitCode;
}

class Session {
  readonly #shell: Shell;
  readonly #io: ShellIo;
  #state: ShellState;
  #line: number[] = [];
  /** Ends the command that is running. */
  #interrupt: AbortController | undefined;
  ended = false;

  constructor(shell: Shell, io: ShellIo) {
    this.#shell = shell;
    this.#io = io;
    this.#state = shell.initialState;
  }

  get exitCode(): number {
    return this.#state.exitCode;
  }

  async prompt(): Promise<void> {
    await this.#echo(`${this.#shell.prompt}${this.#state.cwd} $ `);
  }

  async type(byte: number): Promise<void> {
    const isTerminal = this.#io.tty === true;
    if (byte === NEWLINE || (isTerminal && byte === CARRIAGE_RETURN)) {
      await this.#echo('\r\n');
      await this.#runLine();
    } else if (isTerminal && byte === CTRL_C) {
      this.#line = [];
      await this.#echo('^C\r\n');
      await this.prompt();
    } else if (isTerminal && byte === CTRL_D) {
      if (this.#line.length === 0) this.ended = true;
    } else if (isTerminal && byte === BACKSPACE) {
      if (this.#line.pop() !== undefined) await this.#echo('\b \b');
    } else {
      this.#line.push(byte);
      await this.#echo(Buffer.from([byte]));
    }
  }

  /** Ends a running command if Ctrl-C was typed; returns what was typed after it. */
  interruptBy(chunk: Buffer): Buffer {
    const at = chunk.lastIndexOf(CTRL_C);
    if (!this.#interrupt || !this.#io.tty || at < 0) return chunk;
    this.#interrupt.abort(new Error('interrupted by Ctrl-C'));
    return chunk.subarray(at + 1);
  }

  /** End of input: a last line without a newline still counts. */
  async finish(): Promise<void> {
    if (this.#line.length > 0) await this.#runLine();
  }

  async #runLine(): Promise<void> {
    const line = Buffer.from(this.#line).toString('utf8');
    this.#line = [];
    if (line.trim() !== '') {
      await this.#execute(line);
      this.ended = isExit(line);
    }
    if (!this.ended) await this.prompt();
  }

  async #execute(line: string): Promise<void> {
    const interrupt = new AbortController();
    this.#interrupt = interrupt;
    const signal = AbortSignal.any([this.#io.signal, interrupt.signal]);
    try {
      this.#state = await this.#shell.execute(line, { ...this.#io, signal }, this.#state);
    } catch (error) {
      if (!interrupt.signal.aborted) throw error;
    } finally {
      this.#interrupt = undefined;
    }
    if (!interrupt.signal.aborted) return;
    this.#state = { ...this.#state, exitCode: EXIT_CODE_INTERRUPTED };
    await this.#echo('^C\r\n');
  }

  #echo(output: string | Buffer): Promise<void> {
    return this.#io.tty ? writeTo(this.#io.stdout, output) : Promise.resolve();
  }
}

function isExit(line: string): boolean {
  try {
    return endsWithExit(parse(line));
  } catch {
    // What cannot be parsed has been reported when it was run; it is no `exit`.
    return false;
  }
}
