import type { Calls } from '../android/calls.ts';
import type { PowerManager } from '../android/power-manager.ts';
import type { Telephony } from '../android/telephony.ts';

/** The phone as its console sees it. */
export interface ConsoleDevice {
  /** The virtual device's name. */
  readonly avdName: string;
  /** A promise, because the console is up before the rest of the system. */
  readonly system: Promise<{
    readonly telephony: Pick<Telephony, 'receiveSms'>;
    readonly calls: Pick<Calls, 'current' | 'ring' | 'answer' | 'end'>;
    readonly power: Pick<PowerManager, 'battery' | 'setBattery'>;
  }>;
  /** Switches the phone off for good. */
  kill(): void;
  log(message: string): void;
}
