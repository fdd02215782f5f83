import type { Gates } from './gates/gates.ts';
import type { PowerManager } from './power-manager.ts';

/** What the PIN pad of the `oem` lock screen wants. */
export const KEYGUARD_PIN = '2580';

/**
 * The lock screen (com.android.systemui.keyguard): what the gate `lock-screen` says, and whether it
 * shows. It comes up with the gate, after a restart, and whenever the screen goes off.
 */
export class Keyguard {
  readonly #gates: Gates;
  readonly #listeners = new Set<() => void>();
  #showing: boolean;
  #bouncing = false;
  #occluded = false;

  constructor(gates: Gates, power: PowerManager) {
    this.#gates = gates;
    this.#showing = this.enabled;
    gates.onChanged('lock-screen', () => this.lock());
    power.onChanged(() => {
      if (!power.screenOn) this.lock();
    });
  }

  /** Whether there is a lock screen at all. */
  get enabled(): boolean {
    return this.#gates.get('lock-screen') !== 'none';
  }

  /** Whether it asks for a PIN. */
  get secure(): boolean {
    return this.#gates.get('lock-screen') === 'oem';
  }

  get showing(): boolean {
    return this.#showing;
  }

  /** Whether the PIN pad stands on the lock screen (AOSP calls it the bouncer). */
  get bouncing(): boolean {
    return this.#bouncing;
  }

  /** Whether a screen that may show over the lock screen stands in front of it. */
  get occluded(): boolean {
    return this.#occluded;
  }

  occlude(occluded: boolean): void {
    if (this.#occluded === occluded) return;
    this.#occluded = occluded;
    for (const listener of this.#listeners) listener();
  }

  lock(): void {
    this.#show(this.enabled, false);
  }

  /** A swipe, or `wm dismiss-keyguard`: a secure one only brings up its PIN pad. */
  dismiss(): void {
    if (this.#showing) this.#show(this.secure, this.secure);
  }

  /** Whether that is the PIN; then the phone is unlocked. */
  unlock(pin: string): boolean {
    if (pin !== KEYGUARD_PIN) return false;
    this.#show(false, false);
    return true;
  }

  /** `locksettings clear` and `set-pin`, of whoever knows the PIN. */
  setSecure(secure: boolean): void {
    this.#gates.set('lock-screen', secure ? 'oem' : 'swipe');
  }

  onChanged(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  #show(showing: boolean, bouncing: boolean): void {
    if (this.#showing === showing && this.#bouncing === bouncing) return;
    this.#showing = showing;
    this.#bouncing = bouncing;
    for (const listener of this.#listeners) listener();
  }
}
