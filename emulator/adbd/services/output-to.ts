import { Writable } from 'node:stream';

/**
 * A command's output onto a stream it shares with others: ending it leaves that stream open, and
 * the back-pressure of the stream reaches the command.
 */
export function outputTo(send: (chunk: Buffer) => Promise<void>): Writable {
  return new Writable({
    write(chunk: Buffer, _encoding, done) {
      // It fails only when the client has gone: the output is lost, and the command is stopped
      // by its signal.
      send(chunk).then(
        () => done(),
        () => done(),
      );
    },
  });
}
