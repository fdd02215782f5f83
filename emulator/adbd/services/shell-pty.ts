import { Readable, Writable } from 'node:stream';

const CTRL_C = 0x03;
const CTRL_D = 0x04;
const CTRL_H = 0x08;
const TAB = 0x09;
const NEWLINE = 0x0a;
const CARRIAGE_RETURN = 0x0d;
const CTRL_U = 0x15;
const CTRL_W = 0x17;
const SPACE = 0x20;
const DELETE = 0x7f;

/** What is typed ahead beyond that is lost, as a tty does it. */
const MAX_TYPED_AHEAD_BYTES = 64 * 1024;

/**
 * The terminal between adb and a command: what the client types is written to it, and comes out of
 * `lines`, with echo and line editing; what the command writes to `screen` gets a carriage return
 * before each newline. Ctrl-C arrives as a byte, because the client's own terminal is in raw mode.
 * Source: termios(3), ICANON, ECHO, ECHOCTL, ICRNL, ISIG, ONLCR.
 */
export class Pty extends Writable {
  /** Lines as they are ended; an end of input (Ctrl-D) is the byte 0x04 among them. */
  readonly lines = new Readable({ read: () => undefined });
  readonly screen: Writable;
  readonly #output: Writable;
  readonly #interruptListeners = new Set<() => void>();
  #line: number[] = [];

  constructor(output: Writable) {
    // What was typed is still to be read when the client has closed its side.
    super({ autoDestroy: false });
    this.#output = output;
    this.screen = new Writable({
      write: (chunk: Buffer, _encoding, done) => {
        const text = chunk.toString('latin1').replace(/\r?\n/g, '\r\n');
        output.write(Buffer.from(text, 'latin1'), () => done());
      },
    });
  }

  /** Calls `listener` on each Ctrl-C; the returned function stops that. */
  onInterrupt(listener: () => void): () => void {
    this.#interruptListeners.add(listener);
    return () => this.#interruptListeners.delete(listener);
  }

  override _write(chunk: Buffer, _encoding: string, done: () => void): void {
    for (const byte of chunk) this.#type(byte);
    done();
  }

  override _final(done: () => void): void {
    this.#push();
    this.lines.push(null);
    done();
  }

  override _destroy(error: Error | null, done: (error: Error | null) => void): void {
    this.lines.destroy();
    done(error);
  }

  #type(byte: number): void {
    switch (byte) {
      case CTRL_C:
        this.#interrupt();
        break;
      case CTRL_D:
        if (this.#line.length === 0) this.#line.push(CTRL_D);
        this.#push();
        break;
      case NEWLINE:
      case CARRIAGE_RETURN:
        this.#echo('\r\n');
        this.#line.push(NEWLINE);
        this.#push();
        break;
      case CTRL_H:
      case DELETE:
        this.#erase(1);
        break;
      case CTRL_U:
        this.#erase(Infinity);
        break;
      case CTRL_W:
        this.#erase(/\S*\s*$/.exec(this.#text)?.[0].length ?? 0);
        break;
      default:
        this.#line.push(byte);
        this.#echo(byte < SPACE && byte !== TAB ? `^${letterOf(byte)}` : Buffer.of(byte));
    }
  }

  get #text(): string {
    return Buffer.from(this.#line).toString();
  }

  /** Takes back so many characters, or as many as there are. */
  #erase(count: number): void {
    const characters = [...this.#text];
    const erased = characters.splice(Math.max(0, characters.length - count));
    this.#line = [...Buffer.from(characters.join(''))];
    this.#echo('\b \b'.repeat(erased.length));
  }

  #interrupt(): void {
    this.#line = [];
    while (this.lines.read() !== null);
    this.#echo('^C');
    for (const listener of this.#interruptListeners) listener();
  }

  #push(): void {
    if (this.#line.length === 0) return;
    const line = Buffer.from(this.#line.splice(0));
    if (this.lines.readableLength < MAX_TYPED_AHEAD_BYTES) this.lines.push(line);
  }

  #echo(output: string | Buffer): void {
    if (output.length > 0 && this.#output.writable) this.#output.write(output);
  }
}

/** `C` for the control character that Ctrl-C makes. */
function letterOf(byte: number): string {
  return String.fromCharCode(byte + 0x40);
}
