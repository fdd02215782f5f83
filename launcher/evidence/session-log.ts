import { closeSync, openSync, readSync } from 'node:fs';
import { StringDecoder } from 'node:string_decoder';
import { lastBytes } from './log-span.ts';

const CHUNK_BYTES = 1024 * 1024;
/** So many characters of a session's id begin the lines that Appium logs for it. */
const SIGNATURE_LENGTH = 8;
/**
 * How an entry of Appium's log begins with `--log-timestamp --log-no-colors`: the time, the session if it is
 * of one, and which driver of it. Other lines go on with the entry before.
 */
const ENTRY = /^\d{4}-\d\d-\d\d [\d:]{12} - (?:\[([\da-f]{8})\])?(?:\[(\w+@[\da-f]+)\])?/;

/** Entries of one session, among those of others that take place at the same time. */
class SessionLog {
  readonly #signature: string;
  readonly #maxBytes: number;
  /** Of drivers whose session is not known yet: one that is being opened has no id. */
  readonly #undecided = new Map<string, string[]>();
  #kept: string[] = [];
  #keptBytes = 0;
  #isCut = false;
  /** Where lines belong that go on with an entry. */
  #current: string[] | undefined;

  /** @param maxBytes of more than that, the end is kept. */
  constructor(sessionId: string, maxBytes: number) {
    this.#signature = sessionId.slice(0, SIGNATURE_LENGTH);
    this.#maxBytes = maxBytes;
  }

  line(text: string): void {
    const entry = ENTRY.exec(text);
    if (entry !== null) this.#current = this.#listFor(entry[1], entry[2]);
    this.#current?.push(text);
    if (this.#current === this.#kept) this.#count(text);
  }

  /** What was logged for the session, in its order. */
  get text(): string {
    return lastBytes(this.#kept.map((line) => `${line}\n`).join(''), this.#maxBytes, this.#isCut);
  }

  #listFor(signature: string | undefined, driver: string | undefined): string[] | undefined {
    if (signature === undefined) {
      if (driver === undefined) return undefined;
      const undecided = this.#undecided.get(driver) ?? [];
      this.#undecided.set(driver, undecided);
      return undecided;
    }
    const opening = driver === undefined ? undefined : this.#undecided.get(driver);
    if (driver !== undefined) this.#undecided.delete(driver);
    if (signature !== this.#signature) return undefined;
    for (const line of opening ?? []) {
      this.#kept.push(line);
      this.#count(line);
    }
    return this.#kept;
  }

  #count(line: string): void {
    this.#keptBytes += Buffer.byteLength(line) + 1;
    if (this.#keptBytes <= 2 * this.#maxBytes) return;
    // Only now and then: cutting at every line would move all the others.
    while (this.#keptBytes > this.#maxBytes) {
      this.#keptBytes -= Buffer.byteLength(this.#kept.shift() ?? '') + 1;
      this.#isCut = true;
    }
  }
}

/**
 * What Appium logged for a session since its log was `fromByte` long.
 * @param path of Appium's log, which every session of a run shares.
 */
export function sessionLog(
  path: string,
  sessionId: string,
  { fromByte, maxBytes }: { readonly fromByte: number; readonly maxBytes: number },
): string {
  const log = new SessionLog(sessionId, maxBytes);
  const decoder = new StringDecoder('utf8');
  const chunk = Buffer.alloc(CHUNK_BYTES);
  const file = openSync(path, 'r');
  try {
    let rest = '';
    let at = fromByte;
    for (;;) {
      const length = readSync(file, chunk, 0, chunk.length, at);
      if (length === 0) break;
      at += length;
      const lines = (rest + decoder.write(chunk.subarray(0, length))).split('\n');
      rest = lines.pop() ?? '';
      for (const line of lines) log.line(line);
    }
    if (rest !== '') log.line(rest);
  } finally {
    closeSync(file);
  }
  return log.text;
}
