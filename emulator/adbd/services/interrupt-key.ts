import { Transform } from 'node:stream';

const CTRL_C = 0x03;

/**
 * A command's input on a terminal: passes on what is typed until Ctrl-C, which reaches adbd as a
 * byte because the client's own terminal is in raw mode. The shell does the rest of a terminal's
 * work: echo and line editing.
 */
export class InterruptKey extends Transform {
  readonly #pressed = new AbortController();

  /** Aborted by Ctrl-C. */
  get pressed(): AbortSignal {
    return this.#pressed.signal;
  }

  override _transform(chunk: Buffer, _encoding: string, done: () => void): void {
    if (chunk.includes(CTRL_C)) this.#pressed.abort(new Error('interrupted by Ctrl-C'));
    this.push(chunk);
    done();
  }
}
