/** What a stream reports when there is nobody at the other end of its pipe, and from then on. */
const GONE = new Set(['EPIPE', 'ERR_STREAM_DESTROYED']);

/**
 * Lets this process outlive whoever reads what it prints, as `head` goes when it has seen enough: what
 * is printed from then on is lost. Without this the first write that nobody takes ends the process in
 * the middle of its work.
 * @param onGone called once, when the reader of the output is known to be gone.
 */
export function outliveReader(onGone: () => void = () => undefined): void {
  let isGone = false;
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (!GONE.has(error.code ?? '')) throw error;
      if (isGone || stream !== process.stdout) return;
      isGone = true;
      onGone();
    });
  }
}
