import type { Readable } from 'node:stream';

/**
 * Reads `size` bytes (or all, for `Infinity`) and leaves the stream open: the writer of a streamed APK waits for the answer
 * before it closes.
 * @returns fewer bytes if the stream ends or the signal aborts before.
 */
export function readExactly(stream: Readable, size: number, signal: AbortSignal): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let missing = size;
    const finish = () => {
      stream.off('readable', onReadable);
      stream.off('end', finish);
      stream.off('close', finish);
      stream.off('error', fail);
      signal.removeEventListener('abort', finish);
      resolve(Buffer.concat(chunks));
    };
    const fail = (error: Error) => {
      finish();
      reject(error);
    };
    const onReadable = () => {
      while (missing > 0) {
        const available = stream.readableLength;
        const chunk = stream.read(Math.min(missing, available || missing)) as Buffer | null;
        if (chunk === null) return;
        chunks.push(chunk);
        missing -= chunk.length;
      }
      finish();
    };
    stream.on('readable', onReadable);
    stream.on('end', finish);
    stream.on('close', finish);
    stream.on('error', fail);
    signal.addEventListener('abort', finish, { once: true });
    if (stream.readableEnded || stream.destroyed || signal.aborted) finish();
    else onReadable();
  });
}
