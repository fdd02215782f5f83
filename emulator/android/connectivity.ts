import type { SettingsProvider } from './settings-provider.ts';

/** The switches for networks; they are rows of the global settings, as on a phone. */
export class Connectivity {
  readonly #settings: SettingsProvider;

  constructor(settings: SettingsProvider) {
    this.#settings = settings;
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

  /** Whether an app can reach the internet. */
  get online(): boolean {
    return this.wifi || (this.mobileData && !this.airplane);
  }
}
