import type { ErrorInfo } from '../progress/messages.ts';

/** What WebDriver says when the phone's system has ended Appium's helpers, or the phone is gone. */
const HELPER_GONE =
  /instrumentation process is not running|cannot be initialized within|socket hang up|ECONNREFUSED|ECONNRESET|Appium Settings app is not running/;

/** A phone that fails so often, one time after the other, is of no use to a run. */
export const FAILURES_IN_A_ROW = 3;

/**
 * Whether a failure says something of the phone as a tool, and nothing of what is tested: the phone was
 * lost, no session could be opened, or its system ended Appium's helper.
 */
export function isInfrastructure({ type, category, message }: ErrorInfo): boolean {
  if (category === 'phone-lost' || type === 'SessionError') return true;
  return category === 'harness' && HELPER_GONE.test(message);
}

/** Counts, for each phone, the failures of the phone itself since it last did its work. */
export class FailureStreaks {
  readonly #bySerial = new Map<string, ErrorInfo[]>();

  /** The phone did its work, whatever the test came to. */
  worked(serial: string): void {
    this.#bySerial.delete(serial);
  }

  /** @returns whether that is one too many. */
  failed(serial: string, error: ErrorInfo): boolean {
    const streak = [...(this.#bySerial.get(serial) ?? []), error];
    this.#bySerial.set(serial, streak);
    return streak.length >= FAILURES_IN_A_ROW;
  }
}
