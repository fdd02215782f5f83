export interface BatteryState {
  /** 0 … 100 */
  readonly levelPercent: number;
  readonly charging: boolean;
  readonly temperatureCelsius: number;
  readonly voltageMillivolts: number;
}

/** Screen and battery (android.os.PowerManager). The phone has no lock screen. */
export class PowerManager {
  /** Packages that may run while the phone dozes. */
  readonly idleWhitelist = new Set<string>();
  #screenOn = true;
  #battery: BatteryState = {
    levelPercent: 84,
    charging: true,
    temperatureCelsius: 27.4,
    voltageMillivolts: 4218,
  };
  readonly #listeners = new Set<() => void>();
  readonly #rebootListeners = new Set<(reason: string) => void>();

  get screenOn(): boolean {
    return this.#screenOn;
  }

  get battery(): BatteryState {
    return this.#battery;
  }

  setBattery(change: Partial<BatteryState>): void {
    this.#battery = { ...this.#battery, ...change };
    this.#changed();
  }

  wake(): void {
    this.#screenOn = true;
    this.#changed();
  }

  sleep(): void {
    this.#screenOn = false;
    this.#changed();
  }

  /** Tells whoever runs the phone that it should restart. */
  reboot(reason = ''): void {
    for (const listener of this.#rebootListeners) listener(reason);
  }

  /** Subscribes to requests to restart; the returned function unsubscribes. */
  onReboot(listener: (reason: string) => void): () => void {
    this.#rebootListeners.add(listener);
    return () => this.#rebootListeners.delete(listener);
  }

  /** Subscribes to screen and battery; the returned function unsubscribes. */
  onChanged(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  #changed(): void {
    for (const listener of this.#listeners) listener();
  }
}
