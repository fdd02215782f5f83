import type { HarnessClock } from '../../config/clock.ts';
import type { AdbDevice } from '../../device/device-list.ts';
import { PhoneLostError } from '../../device/errors.ts';

/** A cable that was touched, and a phone that switches its USB mode, are back in a second or two. */
const GRACE_MS = 3000;

/** Notices that phones are gone from adb's list, or stay in it without being of use. */
export class PhoneWatch {
  readonly #serials: readonly string[];
  readonly #clock: HarnessClock;
  readonly #onLost: (serial: string, error: PhoneLostError) => void;
  readonly #missing = new Map<string, { back: AbortController; settled: Promise<void> }>();
  readonly #states = new Map<string, string>();

  constructor(
    serials: readonly string[],
    clock: HarnessClock,
    onLost: (serial: string, error: PhoneLostError) => void,
  ) {
    this.#serials = serials;
    this.#clock = clock;
    this.#onLost = onLost;
  }

  /** Takes in the list of adb after a change. */
  list(devices: readonly AdbDevice[]): void {
    for (const serial of this.#serials) {
      const state = devices.find((device) => device.serial === serial)?.state;
      this.#states.set(serial, state ?? 'not listed any more');
      if (state === 'device') {
        this.#missing.get(serial)?.back.abort();
        this.#missing.delete(serial);
      } else if (!this.#missing.has(serial)) {
        const back = new AbortController();
        this.#missing.set(serial, { back, settled: this.#giveGrace(serial, back.signal) });
      }
    }
  }

  /** Resolves when it is known whether a phone is there: at once, unless it has just gone missing. */
  async settled(serial: string): Promise<void> {
    await this.#missing.get(serial)?.settled;
  }

  stop(): void {
    for (const { back } of this.#missing.values()) back.abort();
  }

  async #giveGrace(serial: string, back: AbortSignal): Promise<void> {
    try {
      await this.#clock.sleep(GRACE_MS, back);
    } catch {
      // It is there again.
      return;
    }
    this.#onLost(
      serial,
      new PhoneLostError('The phone was lost in the middle of the run.', {
        phone: serial,
        expected: 'state "device" in `adb devices` until the end',
        seen: `for ${GRACE_MS / 1000} s: ${this.#states.get(serial) ?? 'nothing'}`,
        remedy: 'Look at the cable, and at the phone; `adb devices -l` shows when it is back.',
        trouble: 'connected',
      }),
    );
  }
}
