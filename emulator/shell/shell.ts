import { setImmediate } from 'node:timers/promises';
import {
  Bash,
  bytesOutput,
  type Command,
  type CommandName,
  defineCommand,
  latin1FromBytes,
  type ResolvedCommandContext,
  type ScriptNode,
  stdoutAsBytes,
  unsafeBytesFromLatin1,
} from 'just-bash';
import type { ShellIo } from '../android/shell-io.ts';
import type { AndroidSystem } from '../android/system.ts';
import type { ShellCommand } from './command.ts';
import { ANDROID_COMMANDS } from './commands/index.ts';
import { createToybox, createWhich } from './commands/which.ts';
import { runInteractively } from './interactive.ts';
import { Job } from './job.ts';
import { EXECUTION_LIMITS } from './limits.ts';
import { asMkshMessages } from './messages.ts';
import { type BuiltInOutput, readableOf, runPipeline } from './pipeline.ts';
import { printBytes } from './printf.ts';
import { AT_CLIENT, type Place, rewrite, takePlace } from './rewrite.ts';
import { type CommandSource, scriptFiles } from './script-files.ts';
import { Collector, toClient } from './sinks.ts';
import { decodePipeline, RUN_STAGES, type Stages } from './stages.ts';
import { StandardInput } from './standard-input.ts';
import { parseScript } from './words.ts';
import { writeTo } from './write-to.ts';

/** Commands of just-bash that toybox and mksh have too; the rest is left out. */
const BUILT_INS = (
  'alias awk basename base64 cat chmod clear comm cp cut diff dirname du echo egrep env expand expr ' +
  'false fgrep file find fold grep gunzip gzip head hostname ln md5sum mkdir mv nl od paste ' +
  'printenv printf pwd readlink rev rm rmdir sed seq sh sha1sum sha256sum sleep sort split stat ' +
  'strings tac tail tar tee time timeout touch tr true unalias uniq wc xargs zcat'
).split(' ');

const PATH =
  '/product/bin:/apex/com.android.runtime/bin:/apex/com.android.art/bin:/system_ext/bin:' +
  '/system/bin:/system/xbin:/odm/bin:/vendor/bin:/vendor/xbin';

const SHELL_UID = 2000;
/** 128 + SIGHUP: the client has gone. */
const EXIT_HUNG_UP = 129;
/** 128 + SIGINT */
const EXIT_INTERRUPTED = 130;

/** What just-bash hands a command. */
type Context = ResolvedCommandContext;

/** The phone's command line: a shell language by just-bash, and Android's commands. */
export class Shell {
  readonly #system: AndroidSystem;
  readonly #commands: ReadonlyMap<string, ShellCommand>;
  #lastTurn: Promise<void> = Promise.resolve();

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

  /**
   * Runs a command line; an empty one starts an interactive shell.
   * @returns the exit code.
   */
  async run(commandLine: string, io: ShellIo): Promise<number> {
    await this.#turnToStart();
    if (io.signal.aborted) return EXIT_HUNG_UP;
    if (commandLine === '') return runInteractively(this, io);
    const job = new Job(io);
    const unsubscribe = io.onInterrupt?.(() => job.interrupt());
    try {
      return await this.execute(this.#prepare(commandLine), job);
    } finally {
      unsubscribe?.();
    }
  }

  /**
   * Reading a script and making a shell for it keeps the phone from everything else, so of many
   * command lines that come at once each waits for a turn of its own: clients can go meanwhile.
   */
  #turnToStart(): Promise<void> {
    this.#lastTurn = this.#lastTurn.then(() => setImmediate());
    return this.#lastTurn;
  }

  /** Makes of a script what just-bash can run; changes it. */
  rewrite(script: ScriptNode, place: Place, areCallsKnown: boolean): string {
    const isStreamed = (name: string) => this.#commands.get(name)?.stream !== undefined;
    return rewrite(script, place, isStreamed, areCallsKnown);
  }

  /** Runs a script that has been rewritten; returns its exit code. */
  async execute(script: string, job: Job, source?: CommandSource): Promise<number> {
    const { signal: hungUp } = job.io;
    const background = new AbortController();
    const bash = this.#createBash(job, background.signal, source);
    try {
      const result = await bash.exec(script, {
        signal: source ? hungUp : job.signal,
        rawScript: true,
      });
      if (hungUp.aborted) return EXIT_HUNG_UP;
      if (job.interrupted && !source) return EXIT_INTERRUPTED;
      // What no command of it wrote: errors in the script itself.
      await writeTo(job.io.stdout, Buffer.from(latin1FromBytes(stdoutAsBytes(result)), 'latin1'));
      await writeTo(job.io.stderr, asMkshMessages(result.stderr, job.refusal));
      return result.exitCode;
    } finally {
      background.abort();
    }
  }

  /** What cannot be parsed is left as it is: just-bash reports the error in running it. */
  #prepare(source: string, place = AT_CLIENT): string {
    try {
      return this.rewrite(parseScript(source), place, true);
    } catch {
      return source;
    }
  }

  #createBash(job: Job, ended: AbortSignal, source?: CommandSource): Bash {
    const env = this.#environment();
    return new Bash({
      fs: scriptFiles(this.#system.shellFiles, job, source),
      env,
      cwd: '/',
      commands: BUILT_INS as CommandName[],
      customCommands: [
        ...[...this.#commands.keys()].map((name) => this.#define(name, job)),
        defineCommand(RUN_STAGES, (args, context) =>
          this.#runStages(decodePipeline(args), context, job, ended),
        ),
        defineCommand('printf', (args, context) =>
          printBytes(args, (words) => original(context)(words)),
        ),
        defineCommand('sh', (args, context) => this.#runShell(args, context)),
      ],
      // Otherwise it takes the timers away from everything the script calls, the clock included.
      defenseInDepth: false,
      executionLimits: EXECUTION_LIMITS,
      sleep: (delayMs) => this.#sleep(delayMs, job),
      processInfo: { pid: 4021, ppid: 1203, uid: SHELL_UID, gid: SHELL_UID },
    });
  }

  #environment(): Record<string, string> {
    return {
      ANDROID_DATA: '/data',
      ANDROID_ROOT: '/system',
      ANDROID_STORAGE: '/storage',
      EXTERNAL_STORAGE: '/sdcard',
      HOME: '/',
      HOSTNAME: this.#system.properties.get('ro.product.device'),
      KSH_VERSION: '@(#)MIRBSD KSH R59 2020/10/31 Android',
      LOGNAME: 'shell',
      PATH,
      SHELL: '/bin/sh',
      TMPDIR: '/data/local/tmp',
      TZ: this.#system.properties.get('persist.sys.timezone'),
      USER: 'shell',
    };
  }

  /** Sleeps until it is time or the script is interrupted, which then ends by itself. */
  async #sleep(delayMs: number, job: Job): Promise<void> {
    const { signal } = job;
    try {
      await this.#system.clock.sleep(delayMs, signal);
    } catch (error) {
      if (!job.interrupted) throw error;
    }
  }

  /** A command as just-bash calls it, by itself or in a pipe of its own. */
  #define(name: string, job: Job): Command {
    return defineCommand(name, (args, context) => {
      if (this.#commands.get(name)?.leaves?.(args) === true) {
        return original(context)(args);
      }
      const stages = [{ words: [name, ...args], redirections: [] }];
      const call = { stages, stdin: false, stdout: false, stderr: false, background: false };
      return this.#runStages(call, context, job, job.signal);
    });
  }

  async #runStages(
    { stages, stdin, stdout, stderr, background }: Stages,
    context: Context,
    job: Job,
    ended: AbortSignal,
  ) {
    const output = new Collector();
    const errors = new Collector();
    const own = Buffer.from(latin1FromBytes(context.stdin), 'latin1');
    const running = runPipeline(stages, {
      system: this.#system,
      files: this.#system.shellFiles,
      cwd: context.cwd,
      env: new Map(context.env),
      stdin: stdin ? job.stdin : new StandardInput(readableOf(own)),
      stdout: stdout ? toClient(job.io.stdout) : output,
      stderr: stderr ? toClient(job.io.stderr) : errors,
      signal: background ? AbortSignal.any([job.io.signal, ended]) : job.signal,
      find: (name) => this.#commands.get(name),
      runBuiltIn: (words, input) => runBuiltIn(words, input, context),
    });
    // A job in the background is left to itself, up to the end of its shell.
    const exitCode = background && stdout ? 0 : await running;
    return {
      ...bytesOutput(unsafeBytesFromLatin1(output.content.toString('latin1'))),
      stderr: errors.content.toString(),
      exitCode,
    };
  }

  /** `sh [-c SCRIPT] [FILE]`: what it runs is rewritten as the command line itself was. */
  async #runShell(words: readonly string[], context: Context) {
    const { place, args } = takePlace(words);
    const at = args.findIndex((arg) => /^-[a-z]*c$/.test(arg));
    const [script, ...rest] = at < 0 ? [] : args.slice(at + 1);
    const runOriginal = original(context);
    if (script !== undefined) {
      return runOriginal([...args.slice(0, at + 1), this.#prepare(script, place), ...rest]);
    }
    const [file, ...positional] = args;
    const path = context.fs.resolvePath(context.cwd, file ?? '');
    if (file === undefined || file.startsWith('-') || !(await context.fs.exists(path))) {
      return runOriginal([...args]);
    }
    const source = this.#prepare(await context.fs.readFile(path), place);
    return runOriginal(['-c', source, file, ...positional]);
  }
}

/** The command of just-bash that goes by the same name. */
function original({ origCommand }: Context) {
  if (!origCommand) throw new Error('just-bash has no such command of its own');
  return origCommand;
}

async function runBuiltIn(
  words: readonly string[],
  stdin: Buffer,
  context: Context,
): Promise<BuiltInOutput> {
  const [name = '', ...args] = words;
  const result = await context.exec?.(`command ${name}`, {
    args,
    cwd: context.cwd,
    stdin: stdin.toString('latin1'),
    stdinKind: 'bytes',
  });
  if (!result) throw new Error('just-bash has no exec');
  return {
    stdout: Buffer.from(latin1FromBytes(stdoutAsBytes(result)), 'latin1'),
    stderr: result.stderr,
    exitCode: result.exitCode,
  };
}
