import type { Gates } from './gates/gates.ts';
import type { SettingsProvider } from './settings-provider.ts';

/** The switches for networks; they are rows of the global settings, as on a phone. */
export class Connectivity {
  readonly #settings: SettingsProvider;
  readonly #gates: Gates;

  /** @param gates whether a network that the phone is in leads anywhere. */
  constructor(settings: SettingsProvider, gates: Gates) {
    this.#settings = settings;
    this.#gates = gates;
  }

  get wifi(): boolean {
    return this.#settings.get('global', 'wifi_on') === '1';
  }

  set wifi(on: boolean) {
    this.#settings.put('global', 'wifi_on', on ? '1' : '0');
  }

  get mobileData(): boolean {
    return this.#settings.get('global', 'mobile_data') === '1';
  }

  set mobileData(on: boolean) {
    this.#settings.put('global', 'mobile_data', on ? '1' : '0');
  }

  get airplane(): boolean {
    return this.#settings.get('global', 'airplane_mode_on') === '1';
  }

  set airplane(on: boolean) {
    this.#settings.put('global', 'airplane_mode_on', on ? '1' : '0');
  }

  /** The network that apps use; Wi-Fi goes before mobile data, which needs a SIM card. */
  get active(): 'wifi' | 'mobile' | undefined {
    if (this.wifi) return 'wifi';
    const hasMobile = this.mobileData && !this.airplane && this.#gates.get('sim') === 'ready';
    return hasMobile ? 'mobile' : undefined;
  }

  /** Whether the internet is behind the network, which the system tries by itself. */
  get validated(): boolean {
    return this.#gates.get('internet') === 'reachable';
  }

  /** Whether an app can reach the internet. */
  get online(): boolean {
    return this.active !== undefined && this.validated;
  }
}
