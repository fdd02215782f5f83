import type { Writable } from 'node:stream';

/** Resolves when the stream has taken the output over. */
export function writeTo(stream: Writable, output: string | Buffer): Promise<void> {
  if (output.length === 0 || stream.destroyed) return Promise.resolve();
  return new Promise((resolve) => {
    // A client that has gone takes nothing more; its signal ends the command.
    stream.write(output, () => resolve());
  });
}
