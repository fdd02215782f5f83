import { type ScriptNode, type StatementNode } from 'just-bash';
import type { ShellIo } from '../android/shell-io.ts';
import { Job } from './job.ts';
import { asMkshMessages } from './messages.ts';
import { type CommandSource, SCRIPT_FILES } from './script-files.ts';
import { AT_CLIENT } from './rewrite.ts';
import type { Shell } from './shell.ts';
import { parseScript } from './words.ts';
import { writeTo } from './write-to.ts';

/** 128 + SIGINT */
const EXIT_INTERRUPTED = 130;
const EXIT_SYNTAX_ERROR = 1;

/** One script for the whole session, so that all a command leaves is there for the next. */
const SESSION =
  'shopt -s expand_aliases\n' +
  `while . ${SCRIPT_FILES.command} >>${SCRIPT_FILES.stdout} 2>>${SCRIPT_FILES.stderr}\n` +
  `[[ -e "${SCRIPT_FILES.left}/$?$PWD" ]]; do :; done`;

/**
 * A session: runs commands as they are typed, until `exit`, end of input or the client's leaving.
 * With a terminal it prompts, and Ctrl-C ends a command or drops a line.
 * @returns the exit code of the last command.
 */
export async function runInteractively(shell: Shell, io: ShellIo): Promise<number> {
  const job = new Job(io);
  const unsubscribe = io.onInterrupt?.(() => {
    job.interrupt();
    void writeTo(io.stdout, '\n');
  });
  try {
    return await shell.execute(SESSION, job, new Session(shell, job));
  } finally {
    unsubscribe?.();
  }
}

class Session implements CommandSource {
  readonly #shell: Shell;
  readonly #job: Job;
  #status = 0;
  #directory = '/';
  /** Typed in one line with others, and still to be run. */
  #statements: StatementNode[] = [];

  constructor(shell: Shell, job: Job) {
    this.#shell = shell;
    this.#job = job;
  }

  left(status: number, directory: string): void {
    this.#status = this.#job.interrupted ? EXIT_INTERRUPTED : status;
    this.#directory = directory;
  }

  async next(): Promise<string> {
    if (this.#job.interrupted) this.#statements = [];
    this.#job.renew();
    while (this.#statements.length === 0) {
      const script = await this.#read();
      if (!script) return `exit ${this.#status}`;
      this.#statements = [...script.statements];
    }
    // So that `$?` tells of the command before.
    const status = this.#status === 0 ? '' : `(exit ${this.#status})\n`;
    const statements = this.#statements.splice(0, 1);
    return status + this.#shell.rewrite({ type: 'Script', statements }, AT_CLIENT, false);
  }

  /** Reads lines until they make a script; `undefined` at the end of input. */
  async #read(): Promise<ScriptNode | undefined> {
    let typed = '';
    for (;;) {
      await this.#prompt(typed === '' ? `${this.#shell.prompt}${this.#directory} $ ` : '> ');
      const line = await this.#job.stdin.readLine(this.#job.signal);
      if (this.#job.interrupted) {
        this.#job.renew();
        this.#status = EXIT_INTERRUPTED;
        typed = '';
        continue;
      }
      if (!line && typed === '') return undefined;
      typed += line?.toString() ?? '';
      if (line && isUnfinished(typed)) continue;
      try {
        return parseScript(typed);
      } catch (error) {
        this.#status = EXIT_SYNTAX_ERROR;
        const message = error instanceof Error ? error.message : String(error);
        await writeTo(this.#job.io.stderr, asMkshMessages(`bash: syntax error: ${message}\n`));
        typed = '';
      }
    }
  }

  async #prompt(text: string): Promise<void> {
    if (this.#job.io.tty) await writeTo(this.#job.io.stdout, text);
  }
}

/** Whether a command goes on in the next line. */
function isUnfinished(typed: string): boolean {
  if (/(?:^|[^\\])(?:\\\\)*\\\n$/.test(typed)) return true;
  try {
    const script = parseScript(typed);
    const last = script.statements.at(-1);
    // just-bash takes `a |` and `a &&` for whole commands.
    const isOpen = /(?:\||&&)\s*$/.test(last?.sourceText ?? '');
    return isOpen || JSON.stringify(script).includes('"terminated":false');
  } catch (error) {
    return error instanceof Error && (endsAtEnd(error) || /unexpected EOF/.test(error.message));
  }
}

/** Whether what just-bash stumbled over is the end of what was typed, however it words that. */
function endsAtEnd(error: Error & { readonly token?: { readonly type: string } }): boolean {
  return error.token?.type === 'EOF';
}
