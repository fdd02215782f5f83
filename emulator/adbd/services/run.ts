import { PassThrough, type Writable } from 'node:stream';
import { finished } from 'node:stream/promises';
import type { AdbDevice } from '../device.ts';
import { InterruptKey } from './interrupt-key.ts';

const EXIT_CODE_INTERRUPTED = 130;

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
  // An interactive shell outlives Ctrl-C: it takes the key itself.
  const stdin = tty && commandLine !== '' ? new InterruptKey() : new PassThrough();
  const interrupted = stdin instanceof InterruptKey ? [stdin.pressed] : [];
  const signal = AbortSignal.any([lifetime, ...interrupted]);
  const command = shell
    .run(commandLine, { stdin, stdout, stderr, signal, tty })
    .catch((error: unknown) => {
      if (lifetime.aborted || !signal.aborted) throw error;
      return EXIT_CODE_INTERRUPTED;
    });
  const feeding = options.feed(stdin);
  const exitCode = await (feeding ? Promise.race([command, feeding]) : command);
  stdin.destroy();
  await Promise.all([flush(stdout), flush(stderr)]);
  return exitCode;
}

function flush(output: Writable): Promise<void> {
  output.end();
  return finished(output);
}
