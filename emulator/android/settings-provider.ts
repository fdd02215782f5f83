import type { Profile } from '../profiles/profile.ts';
import type { InputMethod } from './input-methods.ts';

export const SETTINGS_NAMESPACES = ['system', 'secure', 'global'] as const;
export type SettingsNamespace = (typeof SETTINGS_NAMESPACES)[number];

/** The tables behind `settings get|put` (android.provider.Settings). */
export class SettingsProvider {
  readonly #tables: Record<SettingsNamespace, Map<string, string>>;
  readonly #listeners = new Set<(namespace: SettingsNamespace, key: string) => void>();

  constructor(defaults: Readonly<Record<SettingsNamespace, Readonly<Record<string, string>>>>) {
    this.#tables = {
      system: new Map(Object.entries(defaults.system)),
      secure: new Map(Object.entries(defaults.secure)),
      global: new Map(Object.entries(defaults.global)),
    };
  }

  get(namespace: SettingsNamespace, key: string): string | null {
    return this.#tables[namespace].get(key) ?? null;
  }

  put(namespace: SettingsNamespace, key: string, value: string): void {
    this.#tables[namespace].set(key, value);
    this.#notify(namespace, key);
  }

  /** Whether there was such a row. */
  delete(namespace: SettingsNamespace, key: string): boolean {
    const existed = this.#tables[namespace].delete(key);
    if (existed) this.#notify(namespace, key);
    return existed;
  }

  /** All rows of a table, sorted by key. */
  entries(namespace: SettingsNamespace): [string, string][] {
    return [...this.#tables[namespace]].sort(([a], [b]) => (a < b ? -1 : 1));
  }

  /** Subscribes to writes; the returned function unsubscribes. */
  onChanged(listener: (namespace: SettingsNamespace, key: string) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  #notify(namespace: SettingsNamespace, key: string): void {
    for (const listener of this.#listeners) listener(namespace, key);
  }
}

/** The keyboard that the phone is sold with. */
export function builtInKeyboard(profile: Profile): InputMethod {
  if (profile.region === 'cn') {
    return {
      id: 'com.baidu.input_mi/.ImeService',
      packageName: 'com.baidu.input_mi',
      className: 'com.baidu.input_mi.ImeService',
      label: 'Baidu Keyboard for Xiaomi',
    };
  }
  return {
    id: 'com.google.android.inputmethod.latin/com.android.inputmethod.latin.LatinIME',
    packageName: 'com.google.android.inputmethod.latin',
    className: 'com.android.inputmethod.latin.LatinIME',
    label: 'Gboard',
  };
}

/** What a phone fresh out of its set-up, with developer options on, has in the tables. */
export function settingsDefaults(
  profile: Profile,
): Record<SettingsNamespace, Record<string, string>> {
  return {
    system: {
      accelerometer_rotation: '0',
      font_scale: '1.0',
      haptic_feedback_enabled: '1',
      pointer_speed: '0',
      screen_brightness: '1024',
      screen_brightness_mode: '1',
      screen_off_timeout: '600000',
      show_touches: '0',
      system_locales: profile.locales[0],
      time_12_24: '24',
      user_rotation: '0',
      volume_music_speaker: '5',
    },
    secure: {
      accessibility_enabled: '0',
      android_id: '5f3c9a1be2d84706',
      default_input_method: builtInKeyboard(profile).id,
      enabled_input_methods: builtInKeyboard(profile).id,
      location_mode: '3',
      'lockscreen.disabled': '1',
      selected_input_method_subtype: '-1',
      show_ime_with_hard_keyboard: '0',
      sms_default_application: profile.smsApp,
      user_setup_complete: '1',
    },
    global: {
      adb_enabled: '1',
      airplane_mode_on: '0',
      animator_duration_scale: '1.0',
      auto_time: '1',
      auto_time_zone: '1',
      bluetooth_on: '0',
      boot_count: '12',
      development_settings_enabled: '1',
      device_name: profile.name,
      device_provisioned: '1',
      mobile_data: '1',
      package_verifier_enable: '0',
      stay_on_while_plugged_in: '0',
      transition_animation_scale: '1.0',
      verifier_verify_adb_installs: '0',
      wifi_on: '1',
      window_animation_scale: '1.0',
    },
  };
}
