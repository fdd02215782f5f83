import { PassThrough } from 'node:stream';
import type { ShellCommand, StreamInput } from '../../command.ts';
import { Collector } from '../../sinks.ts';
import { StandardInput } from '../../standard-input.ts';

/**
 * A command that always streams, bytes in and bytes out, however much it is.
 * @param leaves whether a call is left to just-bash's command of that name.
 */
export function filter(
  name: string,
  stream: (input: StreamInput) => Promise<number>,
  leaves: (args: readonly string[]) => boolean = () => false,
): ShellCommand {
  return {
    name,
    stream,
    leaves,
    streams: (args) => !leaves(args),
    async run(input) {
      const [stdout, stderr, pipe] = [new Collector(), new Collector(), new PassThrough()];
      pipe.end(input.stdin);
      const exitCode = await stream({
        ...input,
        name,
        stdin: pipe,
        input: new StandardInput(pipe),
        signal: new AbortController().signal,
        write: (output) => stdout.write(typeof output === 'string' ? Buffer.from(output) : output),
        writeError: (output) => stderr.write(Buffer.from(output)),
      });
      return { stdout: stdout.content, stderr: stderr.content.toString(), exitCode };
    },
  };
}
