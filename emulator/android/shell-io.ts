import type { Readable, Writable } from 'node:stream';

/** What a command line of the phone reads, writes and is stopped by. */
export interface ShellIo {
  /** From a terminal it comes line by line, and an end of input (Ctrl-D) is the byte 0x04. */
  readonly stdin: Readable;
  readonly stdout: Writable;
  readonly stderr: Writable;
  /** Aborted when the client has gone: the command gets SIGHUP, so to say. */
  readonly signal: AbortSignal;
  /** True where a terminal is at the other end. */
  readonly tty?: boolean;
  /** Calls `listener` on each Ctrl-C of the terminal; the returned function stops that. */
  onInterrupt?(listener: () => void): () => void;
}
