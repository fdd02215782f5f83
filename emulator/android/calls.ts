import type { Connectivity } from './connectivity.ts';
import type { Keyguard } from './keyguard.ts';
import type { PowerManager } from './power-manager.ts';
import type { Telephony } from './telephony.ts';

/** How a call is shown that rings: over the top of the screen, or in its place. */
export type CallPresentation = 'heads-up' | 'full-screen';

export interface Call {
  /** As the network told it. */
  readonly from: string;
  readonly state: 'ringing' | 'active';
  readonly presentation: CallPresentation;
}

/** What a call depends on. */
interface PhoneParts {
  readonly power: PowerManager;
  readonly keyguard: Keyguard;
  readonly telephony: Pick<Telephony, 'phoneNumber'>;
  readonly connectivity: Pick<Connectivity, 'airplane'>;
}

/** The one call that the phone rings for, or is in. Its screens are in emulator/apps/in-call. */
export class Calls {
  readonly #phone: PhoneParts;
  readonly #listeners = new Set<() => void>();
  #current: Call | undefined;

  constructor(phone: PhoneParts) {
    this.#phone = phone;
  }

  get current(): Call | undefined {
    return this.#current;
  }

  /** TelephonyManager.CALL_STATE_… */
  get state(): 0 | 1 | 2 {
    if (!this.#current) return 0;
    return this.#current.state === 'ringing' ? 1 : 2;
  }

  /**
   * Somebody calls, and the screen goes on. Somebody who uses the phone is told in a notification,
   * else the call has the screen (a full-screen intent).
   * @returns false if the phone has no service or is in a call already
   */
  ring(from: string, presentation?: CallPresentation): boolean {
    const { power, keyguard, telephony, connectivity } = this.#phone;
    const inService = telephony.phoneNumber !== undefined && !connectivity.airplane;
    if (this.#current || !inService) return false;
    const isInUse = power.screenOn && !keyguard.showing;
    const shown = presentation ?? (isInUse ? 'heads-up' : 'full-screen');
    this.#set({ from, state: 'ringing', presentation: isInUse ? shown : 'full-screen' });
    if (!power.screenOn) power.wake();
    return true;
  }

  /** Whether there was a call that rang. */
  answer(): boolean {
    const call = this.#current;
    if (call?.state !== 'ringing') return false;
    this.#set({ ...call, state: 'active', presentation: 'full-screen' });
    return true;
  }

  /** The person asks to see it in place of what is on the screen. */
  expand(): void {
    if (this.#current) this.#set({ ...this.#current, presentation: 'full-screen' });
  }

  /** Either side hangs up; whether there was a call. */
  end(): boolean {
    if (!this.#current) return false;
    this.#set(undefined);
    return true;
  }

  /** Subscribes to changes; the returned function unsubscribes. */
  onChanged(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  #set(call: Call | undefined): void {
    this.#current = call;
    for (const listener of this.#listeners) listener();
  }
}
