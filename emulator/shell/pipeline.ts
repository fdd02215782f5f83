import { PassThrough, type Readable } from 'node:stream';
import type { IFileSystem } from 'just-bash';
import type { AndroidSystem } from '../android/system.ts';
import { type ShellCommand, type StreamInput, UsageError } from './command.ts';
import { describeFileError } from './file-errors.ts';
import { BrokenPipeError, collect, FileSink, NoSpaceError, type Sink, toPipe } from './sinks.ts';
import type { Redirection, Stage } from './stages.ts';
import { StandardInput } from './standard-input.ts';
import { takesStdin } from './words.ts';

/** 128 + SIGPIPE */
const EXIT_BROKEN_PIPE = 141;

export interface PipelineContext {
  readonly system: AndroidSystem;
  readonly files: IFileSystem;
  readonly cwd: string;
  readonly env: ReadonlyMap<string, string>;
  readonly stdin: StandardInput;
  readonly stdout: Sink;
  readonly stderr: Sink;
  readonly signal: AbortSignal;
  find(name: string): ShellCommand | undefined;
  /** Runs a call that a command leaves to just-bash. */
  runBuiltIn(words: readonly string[], stdin: Buffer): Promise<BuiltInOutput>;
}

export interface BuiltInOutput {
  readonly stdout: Buffer;
  readonly stderr: string;
  readonly exitCode: number;
}

/** Runs commands side by side, each one's output the next one's input, and returns the last's code. */
export async function runPipeline(
  stages: readonly Stage[],
  context: PipelineContext,
): Promise<number> {
  const pipes = stages.slice(1).map(() => new PassThrough());
  const codes = await Promise.all(
    stages.map(async (stage, at) => {
      const [before, after] = [pipes[at - 1], pipes[at]];
      const readerGone = new AbortController();
      after?.once('close', () => readerGone.abort());
      try {
        return await runStage(stage, {
          ...context,
          stdin: before ? new StandardInput(before) : context.stdin,
          stdout: after ? toPipe(after) : context.stdout,
          signal: after ? AbortSignal.any([context.signal, readerGone.signal]) : context.signal,
        });
      } finally {
        after?.end();
        before?.destroy();
      }
    }),
  );
  return codes.at(-1) ?? 0;
}

async function runStage(stage: Stage, context: PipelineContext): Promise<number> {
  const [name = '', ...args] = stage.words;
  let streams: Streams;
  try {
    streams = await redirect(stage.redirections, context);
  } catch (error) {
    if (!(error instanceof RedirectionError)) throw error;
    await context.stderr.write(Buffer.from(`/system/bin/sh: ${error.message}\n`));
    return 1;
  }
  const { stdin, stdout, stderr } = streams;
  const input: StreamInput = {
    name,
    system: context.system,
    args,
    cwd: context.cwd,
    env: context.env,
    files: context.files,
    stdin: stdin.stream,
    input: stdin,
    signal: context.signal,
    write: (output) => stdout.write(typeof output === 'string' ? Buffer.from(output) : output),
    writeError: (output) => stderr.write(Buffer.from(output)),
  };
  try {
    const exitCode = await runCommand(name, input, context);
    await stdout.end();
    if (stderr !== stdout) await stderr.end();
    return exitCode;
  } catch (error) {
    if (error instanceof BrokenPipeError) return EXIT_BROKEN_PIPE;
    if (error instanceof UsageError) {
      await input.writeError(`${error.message}\n`);
      return error.exitCode;
    }
    if (!(error instanceof NoSpaceError) && !isFileError(error)) throw error;
    await input.writeError(`${name}: write: ${describeFileError(error)}\n`);
    return 1;
  }
}

async function runCommand(
  name: string,
  input: StreamInput,
  context: PipelineContext,
): Promise<number> {
  const command = context.find(name);
  if (command?.stream && command.streams?.(input.args) === true) return command.stream(input);
  if (!command || command.leaves?.(input.args) === true) {
    const takes = takesStdin(name, input.args);
    const stdin = takes ? await collect(input.input.chunks(input.signal)) : Buffer.of();
    const output = await context.runBuiltIn([name, ...input.args], stdin);
    await input.write(output.stdout);
    await input.writeError(output.stderr);
    return output.exitCode;
  }
  const output = await command.run({ ...input, stdin: Buffer.of() });
  await input.write(output.stdout ?? '');
  await input.writeError(output.stderr ?? '');
  return output.exitCode ?? 0;
}

type Streams = Pick<PipelineContext, 'stdin' | 'stdout' | 'stderr'>;

/** A file that cannot be opened, in the words of mksh. */
class RedirectionError extends Error {
  override readonly name = 'RedirectionError';
}

/** @throws RedirectionError */
async function redirect(
  redirections: readonly Redirection[],
  context: PipelineContext,
): Promise<Streams> {
  let { stdin, stdout, stderr } = context;
  for (const redirection of redirections) {
    if ('toOutput' in redirection) {
      stderr = stdout;
      continue;
    }
    const path = 'from' in redirection ? redirection.from : redirection.to;
    const absolute = context.files.resolvePath(context.cwd, path);
    try {
      if ('from' in redirection) {
        stdin = new StandardInput(readableOf(await context.files.readFileBuffer(absolute)));
      } else {
        const file = await FileSink.open(context.files, absolute, redirection.append);
        if (redirection.fd === 1) stdout = file;
        else stderr = file;
      }
    } catch (error) {
      const verb = 'from' in redirection ? 'open' : 'create';
      const text = `can't ${verb} ${path}: ${describeFileError(error)}`;
      throw new RedirectionError(text, { cause: error });
    }
  }
  return { stdin, stdout, stderr };
}

/** Bytes as a stream that gives them in one piece, and takes back what was too much. */
export function readableOf(content: Uint8Array): Readable {
  const stream = new PassThrough({ highWaterMark: content.length + 1 });
  stream.end(content);
  return stream;
}

function isFileError(error: unknown): boolean {
  return error instanceof Error && /^E[A-Z]+:/.test(error.message);
}
