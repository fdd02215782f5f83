import type { Gates } from './gates/gates.ts';
import type { SettingsProvider } from './settings-provider.ts';

/** The row wifi_on while airplane mode keeps Wi-Fi off (WifiSettingsStore). */
const WIFI_OFF_BY_AIRPLANE = '3';

/** The switches for networks; they are rows of the global settings, as on a phone. */
export class Connectivity {
  readonly #settings: SettingsProvider;
  readonly #gates: Gates;
  readonly #lostListeners = new Set<() => void>();
  #wasConnected: boolean;

  /** @param gates whether a network that the phone is in leads anywhere. */
  constructor(settings: SettingsProvider, gates: Gates) {
    this.#settings = settings;
    this.#gates = gates;
    this.#wasConnected = this.active !== undefined;
    settings.onChanged((namespace) => {
      if (namespace === 'global') this.#follow();
    });
    gates.onChanged('sim', () => this.#follow());
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
    const wifi = this.#settings.get('global', 'wifi_on');
    this.#settings.put('global', 'airplane_mode_on', on ? '1' : '0');
    if (on && wifi === '1') this.#settings.put('global', 'wifi_on', WIFI_OFF_BY_AIRPLANE);
    if (!on && wifi === WIFI_OFF_BY_AIRPLANE) this.wifi = true;
  }

  /** The network that apps use; Wi-Fi goes before mobile data, which needs a SIM card. */
  get active(): 'wifi' | 'mobile' | undefined {
    if (this.wifi) return 'wifi';
    const hasMobile = this.mobileData && !this.airplane && this.#gates.get('sim') === 'ready';
    return hasMobile ? 'mobile' : undefined;
  }

  /** Subscribes to airplane mode; the returned function unsubscribes. */
  onAirplane(listener: () => void): () => void {
    return this.#settings.onChanged((namespace, key) => {
      if (namespace === 'global' && key === 'airplane_mode_on') listener();
    });
  }

  /** Calls `listener` when the phone has lost its last network; the returned function unsubscribes. */
  onLost(listener: () => void): () => void {
    this.#lostListeners.add(listener);
    return () => this.#lostListeners.delete(listener);
  }

  /** Whether the internet is behind the network, which the system tries by itself. */
  get validated(): boolean {
    return this.#gates.get('internet') === 'reachable';
  }

  /** Whether an app can reach the internet. */
  get online(): boolean {
    return this.active !== undefined && this.validated;
  }

  #follow(): void {
    const isConnected = this.active !== undefined;
    const isLost = this.#wasConnected && !isConnected;
    this.#wasConnected = isConnected;
    if (isLost) for (const listener of this.#lostListeners) listener();
  }
}
