import { Duplex } from 'node:stream';

export { Duplex };

/** One half of an in-memory socket pair; Node's http server takes it for a socket. */
class PairedDuplex extends Duplex {
  peer!: PairedDuplex;
  #onDrain: (() => void) | undefined;

  override _read(): void {
    const onDrain = this.#onDrain;
    this.#onDrain = undefined;
    onDrain?.();
  }

  override _write(chunk: Buffer, _encoding: string, done: (error?: Error | null) => void): void {
    if (this.peer.destroyed) {
      done(Object.assign(new Error('write EPIPE'), { code: 'EPIPE' }));
      return;
    }
    if (this.peer.push(chunk)) done();
    else this.peer.#onDrain = done;
  }

  override _final(done: () => void): void {
    if (!this.peer.destroyed) this.peer.push(null);
    done();
  }

  override _destroy(error: Error | null, done: (error: Error | null) => void): void {
    if (!this.peer.destroyed) setImmediate(() => this.peer.destroy());
    done(error);
  }

  // What Node's http server and agent call on a socket and a stream lacks.
  setTimeout(): this {
    return this;
  }
  setNoDelay(): this {
    return this;
  }
  setKeepAlive(): this {
    return this;
  }
  ref(): this {
    return this;
  }
  unref(): this {
    return this;
  }
}

/** Two connected streams: what is written to one is read from the other, with back-pressure. */
export function duplexPair(): [Duplex, Duplex] {
  const a = new PairedDuplex();
  const b = new PairedDuplex();
  a.peer = b;
  b.peer = a;
  return [a, b];
}
