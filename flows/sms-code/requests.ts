import type { HarnessClock } from '../../config/clock.ts';
import type { Settings } from '../../config/settings.ts';
import type { PhoneBridge } from '../../device/bridge.ts';
import type { SmsReading } from '../../device/sms/sources.ts';
import type { ServerMessage } from '../server-messages.ts';

/** The control for another code may not be ready yet, as its countdown has further to go. */
const TRY_AGAIN_MS = 5_000;

/** The codes that one sign-up asked for, and what became of them. */
export class CodeRequests {
  /** Codes that were entered already. */
  readonly used = new Set<string>();
  /** What the app said last about a code or a request; it may still be on the screen. */
  said: ServerMessage | undefined;
  /** How the app refused the code that was entered last. */
  refusal: ServerMessage | undefined;
  /**
   * Whether asking for another code led to another screen, such as a picture: until the code's page is
   * back, that screen belongs to it.
   */
  isInterrupted = false;
  /** Where its codes are read, once the phone was asked. */
  reading: SmsReading | undefined;
  /** Whether no source has turned out to show SMS; it is told once. */
  isBlind = false;
  #sinceMs = 0;
  /** When the service had taken the last request; unset: it has not yet. */
  #takenAtMs: number | undefined;
  #triedAtMs = -Infinity;
  #resends = 0;

  /** When the last code was asked for, by the phone's clock: what it got before does not count. */
  get sinceMs(): number {
    return this.#sinceMs;
  }

  /** How often a code was asked for again. */
  get resends(): number {
    return this.#resends;
  }

  /** A code is asked for. @param sinceMs by the clock of the phone that gets the SMS. */
  asked(sinceMs: number): void {
    this.#sinceMs = sinceMs;
    this.#takenAtMs = undefined;
  }

  /** The service has taken the request: from now on its SMS may be under way. */
  taken(clock: HarnessClock): void {
    this.#takenAtMs ??= clock.now();
  }

  /** A code is asked for again; whether the service agrees is not known yet. */
  askingAgain(): void {
    this.#resends += 1;
  }

  /** The service was asked and refused, or the app does not let it be asked yet. */
  notAsked(clock: HarnessClock): void {
    this.#triedAtMs = clock.now();
  }

  /** The time of the harness's clock at which to ask again, `Infinity` for never. */
  askAgainAtMs({ resends, resendAfterMs }: Settings['sms']): number {
    if (this.#resends >= resends) return Infinity;
    const dueMs = (this.#takenAtMs ?? Infinity) + resendAfterMs;
    return Math.max(dueMs, this.#triedAtMs + TRY_AGAIN_MS);
  }
}

/** The phone's time just before a code is asked for; older messages are not of that request. */
export async function timeBeforeRequest(
  bridge: PhoneBridge,
  clock: HarnessClock,
  signal: AbortSignal,
): Promise<number> {
  const phoneClock = await bridge.clock(clock, { signal });
  return phoneClock.earliestAt(clock.now());
}
