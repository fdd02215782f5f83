import type { HarnessClock } from '../../config/clock.ts';

/** How long the app makes somebody wait for another code. */
const COUNTDOWN_MS = 60_000;
const CODE_LENGTH = 6;
export const CODE = '069382';

interface FakeMessage {
  readonly code: string;
  /** After its code was asked for. */
  readonly afterMs: number;
}

/** What happens to the SMS codes of a fake phone. */
export interface FakeSmsOptions {
  /** The messages of each request; by default one that comes at once, and none when asked again. */
  readonly messages?: readonly (readonly FakeMessage[])[];
  /** The codes that the server takes; by default all. */
  readonly takes?: readonly string[];
  /** How the app says that it does not take one; by default on the page. */
  readonly refusesBy?: 'inline' | 'toast' | 'dialog';
  /** The classic app leaves in the field what was refused. */
  readonly keepsRefused?: boolean;
  /** What comes of asking for another code; by default it is sent. */
  readonly resend?: 'sent' | 'too often' | 'quota' | 'picture';
  /** adb may not read the inbox. */
  readonly inboxClosed?: boolean;
  /** The phone fills in the SMS code by itself, this long after the code page opened. */
  readonly fillsInAfterMs?: number;
  /** The phone fills in the SMS code at the moment its field is tapped. */
  readonly fillsInWhenTapped?: boolean;
  /** The phone fills in the SMS code when this many of its digits have been typed. */
  readonly fillsInAfterKeys?: number;
  /** What is filled in is put behind what was typed. */
  readonly mixes?: boolean;
  /** What the classic app has put into the field for the SMS code. */
  readonly prefilled?: string;
  /** What a person types into the classic app's field, and how long after the page opened. */
  readonly personTypes?: readonly { readonly afterMs: number; readonly digits: string }[];
}

/** The SMS of a fake phone, and the field that its code goes into. */
export class FakeSms {
  readonly #options: FakeSmsOptions;
  readonly #clock: HarnessClock;
  readonly #arrivals: { readonly code: string; readonly atMs: number }[] = [];
  #requests = 0;
  #askedAtMs = 0;
  #typed: string;
  #hasFilledIn = false;

  constructor(options: FakeSmsOptions, clock: HarnessClock) {
    this.#options = options;
    this.#clock = clock;
    this.#typed = options.prefilled ?? '';
  }

  /** What is in the field. */
  get typed(): string {
    const { personTypes = [] } = this.#options;
    const due = personTypes.filter(({ afterMs }) => this.#clock.now() >= this.#askedAtMs + afterMs);
    return due.at(-1)?.digits ?? this.#typed;
  }

  get isFull(): boolean {
    return this.typed.length >= CODE_LENGTH;
  }

  get requests(): number {
    return this.#requests;
  }

  get mayResend(): boolean {
    return this.#clock.now() >= this.#askedAtMs + COUNTDOWN_MS;
  }

  /** A code is asked for: its messages are on their way. */
  ask(): void {
    const { fillsInAfterMs = 0, messages = [[{ code: CODE, afterMs: fillsInAfterMs }]] } =
      this.#options;
    this.#askedAtMs = this.#clock.now();
    for (const { code, afterMs } of messages[this.#requests] ?? []) {
      this.#arrivals.push({ code, atMs: this.#askedAtMs + afterMs });
    }
    this.#requests += 1;
  }

  /** The codes of the messages that have come, with the time they came at. */
  get received(): readonly { readonly code: string; readonly atMs: number }[] {
    return this.#arrivals.filter(({ atMs }) => atMs <= this.#clock.now());
  }

  takes(code: string): boolean {
    return this.#options.takes?.includes(code) ?? true;
  }

  /** A key: a digit, or one that deletes. */
  key(key: string): void {
    this.#typed = /\d/.test(key) ? this.#typed + key : this.#typed.slice(0, -1);
  }

  replace(code: string): void {
    this.#typed = code;
  }

  clear(): void {
    this.#typed = '';
  }

  /** Whether the phone fills the field in now; it does so once. */
  fillsIn(when: { tapped?: boolean; shownMs?: number }): boolean {
    const { fillsInAfterMs, fillsInAfterKeys, fillsInWhenTapped, mixes } = this.#options;
    const isDue =
      (when.tapped === true && fillsInWhenTapped === true) ||
      (when.shownMs !== undefined && when.shownMs >= (fillsInAfterMs ?? Infinity)) ||
      (when.tapped === undefined && this.#typed.length === fillsInAfterKeys);
    if (!isDue || this.#hasFilledIn) return false;
    this.#hasFilledIn = true;
    this.#typed = mixes ? `${this.#typed}${CODE}`.slice(0, CODE_LENGTH) : CODE;
    return true;
  }
}
