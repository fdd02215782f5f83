export interface BatteryState {
  /** 0 … 100 */
  readonly levelPercent: number;
  readonly charging: boolean;
  readonly temperatureCelsius: number;
  readonly voltageMillivolts: number;
}

/** Screen and battery (android.os.PowerManager). */
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
  /** What `dumpsys battery set` has put in place of what the battery says. */
  #forced: Partial<BatteryState> | undefined;
  readonly #listeners = new Set<() => void>();
  readonly #rebootListeners = new Set<(reason: string) => void>();

  get screenOn(): boolean {
    return this.#screenOn;
  }

  /** As the system shows it. */
  get battery(): BatteryState {
    return { ...this.#battery, ...this.#forced };
  }

  /** Whether the system shows what it was told to, until that is taken back. */
  get isBatteryForced(): boolean {
    return this.#forced !== undefined;
  }

  /** Makes the system show something else than the battery says (`dumpsys battery set`). */
  forceBattery(change: Partial<BatteryState>): void {
    this.#forced = { ...this.#forced, ...change };
    this.#changed();
  }

  /** Takes back what was forced (`dumpsys battery reset`). */
  resetBattery(): void {
    this.#forced = undefined;
    this.#changed();
  }

  /** What happens to the battery itself. */
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
