/** Bytes that arrived in pieces, taken out in the lengths a protocol asks for. */
export class ByteQueue {
  #chunks: Buffer[] = [];
  #length = 0;

  get length(): number {
    return this.#length;
  }

  append(chunk: Buffer): void {
    if (chunk.length === 0) return;
    this.#chunks.push(chunk);
    this.#length += chunk.length;
  }

  /** Looks at the first `byteLength` bytes; `undefined` if fewer have arrived. */
  peek(byteLength: number): Buffer | undefined {
    if (this.#length < byteLength) return undefined;
    const first = this.#chunks[0] ?? Buffer.alloc(0);
    if (first.length >= byteLength) return first.subarray(0, byteLength);
    // One copy per message, however many pieces it came in.
    const joined = Buffer.concat(this.#chunks, this.#length);
    this.#chunks = [joined];
    return joined.subarray(0, byteLength);
  }

  /** Takes the first `byteLength` bytes out; `undefined` if fewer have arrived. */
  take(byteLength: number): Buffer | undefined {
    const taken = this.peek(byteLength);
    if (!taken) return undefined;
    this.#length -= byteLength;
    const first = this.#chunks[0];
    if (first) {
      if (first.length === byteLength) this.#chunks.shift();
      else this.#chunks[0] = first.subarray(byteLength);
    }
    return taken;
  }
}
