import { PassThrough, type Writable } from 'node:stream';
import { finished } from 'node:stream/promises';
import type { AdbDevice } from '../device.ts';
import { Pty } from './shell-pty.ts';

interface RunOptions {
  readonly commandLine: string;
  readonly shell: AdbDevice['shell'];
  /** Whether a terminal is at the other end. */
  readonly tty: boolean;
  /** Aborted when the command is to end because the client has gone. */
  readonly lifetime: AbortSignal;
  readonly stdout: Writable;
  readonly stderr: Writable;
  /** Lets the client's bytes flow into the command's input; rejects if they make no sense. */
  feed(stdin: Writable): Promise<never> | undefined;
}

/** Runs a command line; resolves with its exit code when all its output has been handed on. */
export async function run(options: RunOptions): Promise<number> {
  const { commandLine, shell, tty, lifetime, stdout, stderr } = options;
  const pty = tty ? new Pty(stdout) : undefined;
  const pipe = new PassThrough();
  const command = shell.run(commandLine, {
    stdin: pty?.lines ?? pipe,
    stdout: pty?.screen ?? stdout,
    // A terminal shows both.
    stderr: pty?.screen ?? stderr,
    signal: lifetime,
    tty,
    ...(pty && { onInterrupt: (listener: () => void) => pty.onInterrupt(listener) }),
  });
  const stdin = pty ?? pipe;
  const feeding = options.feed(stdin);
  const exitCode = await (feeding ? Promise.race([command, feeding]) : command);
  stdin.destroy();
  if (pty) await flush(pty.screen);
  await Promise.all([flush(stdout), flush(stderr)]);
  return exitCode;
}

function flush(output: Writable): Promise<void> {
  output.end();
  return finished(output);
}
