import type { Profile } from '../profiles/profile.ts';

/** Setting a `ro.` property that already has a value, as init refuses it. */
export class ReadOnlyPropertyError extends Error {
  override readonly name = 'ReadOnlyPropertyError';
}

/** What `getprop` and `setprop` read and write (AOSP system/core/init/property_service.cpp). */
export class SystemProperties {
  readonly #initial: Readonly<Record<string, string>>;
  #values: Map<string, string>;

  /** @param initial those of the system image, which every boot begins with. */
  constructor(initial: Readonly<Record<string, string>>) {
    this.#initial = initial;
    this.#values = new Map(Object.entries(initial));
  }

  /** The value, or the empty string where there is none. */
  get(name: string): string {
    return this.#values.get(name) ?? '';
  }

  /** @throws ReadOnlyPropertyError if a `ro.` property is already set. */
  set(name: string, value: string): void {
    if (name.startsWith('ro.') && this.#values.has(name)) {
      throw new ReadOnlyPropertyError(`Failed to set property '${name}' to '${value}'.`);
    }
    this.#values.set(name, value);
  }

  /** Forgets what was set since the phone was switched on, except for what persists. */
  restart(): void {
    const kept = [...this.#values].filter(([name]) => name.startsWith('persist.'));
    this.#values = new Map([...Object.entries(this.#initial), ...kept]);
  }

  /** All properties, sorted by name. */
  entries(): [string, string][] {
    return [...this.#values].sort(([a], [b]) => (a < b ? -1 : 1));
  }
}

/** The properties of a phone: those that follow from its profile, and those the profile lists. */
export function propertiesOf(profile: Profile): Record<string, string> {
  const [language = 'en', country = ''] = profile.locales[0].split('-');
  return {
    'init.svc.adbd': 'running',
    'init.svc.bootanim': 'running',
    'persist.security.adbinput': '1',
    'persist.sys.locale': profile.locales[0],
    'persist.sys.timezone': profile.timeZone,
    'persist.sys.usb.config': 'adb',
    'ro.boot.hardware': 'qcom',
    'ro.build.characteristics': 'default',
    'ro.build.type': 'user',
    'ro.build.tags': 'release-keys',
    'ro.build.version.codename': 'REL',
    'ro.build.version.release': profile.androidVersion,
    'ro.build.version.release_or_codename': profile.androidVersion,
    'ro.build.version.sdk': String(profile.sdk),
    'ro.debuggable': '0',
    'ro.product.brand': 'Redmi',
    'ro.product.cpu.abi': 'arm64-v8a',
    'ro.product.cpu.abilist': 'arm64-v8a,armeabi-v7a,armeabi',
    'ro.product.locale': profile.locales[0],
    'ro.product.locale.language': language,
    'ro.product.locale.region': country,
    'ro.product.manufacturer': 'Xiaomi',
    'ro.product.marketname': profile.name,
    'ro.product.model': profile.name,
    'ro.secure': '1',
    'ro.sf.lcd_density': String(profile.display.densityDpi),
    ...profile.properties,
  };
}
