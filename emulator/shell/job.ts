import { setImmediate } from 'node:timers/promises';
import type { ShellIo } from '../android/shell-io.ts';
import { StandardInput } from './standard-input.ts';

/** How long a script may keep the phone from doing anything else. */
const TURN_MS = 5;

/** What one shell works for: a client's streams, and what ends that which runs now. */
export class Job {
  readonly io: ShellIo;
  readonly stdin: StandardInput;
  /** Why a file that output was redirected to could not be opened, the last time. */
  refusal: string | undefined;
  #interrupt = new AbortController();
  #turnStartedAtMs = 0;

  constructor(io: ShellIo) {
    this.io = io;
    this.stdin = StandardInput.of(io);
  }

  /** Aborted when the client has gone, and by Ctrl-C. */
  get signal(): AbortSignal {
    return AbortSignal.any([this.io.signal, this.#interrupt.signal]);
  }

  get interrupted(): boolean {
    return this.#interrupt.signal.aborted;
  }

  /** Ends what runs now. */
  interrupt(): void {
    this.#interrupt.abort(new Error('interrupted by Ctrl-C'));
  }

  /** What runs from here on has not been interrupted. */
  renew(): void {
    if (this.interrupted) this.#interrupt = new AbortController();
  }

  /** Lets the rest of the phone have its turn. Resolves with whether the script may go on. */
  async yield(): Promise<boolean> {
    if (performance.now() - this.#turnStartedAtMs > TURN_MS) {
      await setImmediate();
      this.#turnStartedAtMs = performance.now();
    }
    return !this.io.signal.aborted && !this.interrupted;
  }
}
