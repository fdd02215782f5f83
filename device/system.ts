/** Whose Android it is: menus, switches and gates differ by it. */
export type SystemFamily = 'miui' | 'hyperos' | 'android';

export interface PhoneSystem {
  readonly family: SystemFamily;
  /** Of MIUI or HyperOS, e.g. 12.5; 0 where there is none. */
  readonly version: number;
  /** As a person calls it, e.g. `HyperOS 3.0`. */
  readonly name: string;
  /** E.g. `Android 16`. */
  readonly android: string;
  /** Android's API level; 0 when it is not told. */
  readonly sdk: number;
}

/**
 * HyperOS still reports a MIUI version (816), so its own property is asked first.
 * @param properties as `getprop` lists them.
 */
export function systemOf(properties: ReadonlyMap<string, string>): PhoneSystem {
  const value = (name: string) => properties.get(name) ?? '';
  const sdk = Number(value('ro.build.version.sdk')) || 0;
  const android = `Android ${value('ro.build.version.release') || 'of unknown version'}`;
  const build = value('ro.build.version.incremental');
  const hyperOs = /^OS(\d+(?:\.\d+)?)/.exec(value('ro.mi.os.version.name') || build)?.[1];
  const miui = miuiVersion(value('ro.miui.ui.version.name'));
  if (hyperOs !== undefined) {
    return {
      family: 'hyperos',
      version: Number(hyperOs),
      name: `HyperOS ${hyperOs}`,
      android,
      sdk,
    };
  }
  if (miui !== undefined) {
    return { family: 'miui', version: Number(miui), name: `MIUI ${miui}`, android, sdk };
  }
  return { family: 'android', version: 0, name: android, android, sdk };
}

/** `V10` → 10, `V125` → 12.5, `V130` → 13. HyperOS reports V816, which is no version of MIUI. */
function miuiVersion(name: string): string | undefined {
  const match = /^V(1[0-4]|[5-9])(\d)?$/.exec(name);
  if (match === null) return undefined;
  const [, major, minor = '0'] = match;
  return minor === '0' ? major : `${major}.${minor}`;
}
