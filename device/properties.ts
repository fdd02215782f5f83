import type { Adb, CallOptions } from './adb.ts';

export interface PhoneIdentity {
  /** The name it is sold by and its model, e.g. `Redmi Note 13 Pro 5G (2312DRA50G)`. */
  model: string;
  /** Xiaomi's and Android's version, e.g. `HyperOS 3.0 (OS3.0.306.0.WNRMIXM), Android 16`. */
  system: string;
}

/** Asks the phone for all its properties, in one command. */
export async function readProperties(
  adb: Adb,
  call: CallOptions = {},
): Promise<Map<string, string>> {
  const { stdout } = await adb.shell('getprop', call);
  return parseProperties(stdout);
}

/** Parses `getprop`'s list, `[name]: [value]`. */
export function parseProperties(output: string): Map<string, string> {
  const entries = output.matchAll(/^\[([^\]]+)\]: \[(.*)\]\r?$/gm);
  return new Map([...entries].map(([, name, value]) => [name ?? '', value ?? '']));
}

/** HyperOS still reports a MIUI version (816), so its own property is asked first. */
export function identityOf(properties: ReadonlyMap<string, string>): PhoneIdentity {
  const value = (name: string) => properties.get(name) ?? '';
  const build = value('ro.build.version.incremental');
  const hyperOs = /^OS(\d+(?:\.\d+)?)/.exec(value('ro.mi.os.version.name') || build)?.[1];
  const miui = miuiVersion(value('ro.miui.ui.version.name'));
  const android = `Android ${value('ro.build.version.release') || 'of unknown version'}`;
  let system = android;
  if (hyperOs !== undefined) system = `HyperOS ${hyperOs} (${build}), ${android}`;
  else if (miui !== undefined) system = `MIUI ${miui} (${build}), ${android}`;
  return { model: modelOf(value('ro.product.marketname'), value('ro.product.model')), system };
}

/** Old systems of Xiaomi's do not know the name that they are sold by. */
function modelOf(marketName: string, model: string): string {
  if (marketName === '' || marketName === model) return model || 'unknown model';
  return model === '' ? marketName : `${marketName} (${model})`;
}

/** `V10` → 10, `V125` → 12.5, `V130` → 13. HyperOS reports V816, which is no version of MIUI. */
function miuiVersion(name: string): string | undefined {
  const match = /^V(1[0-4]|[5-9])(\d)?$/.exec(name);
  if (match === null) return undefined;
  const [, major, minor = '0'] = match;
  return minor === '0' ? major : `${major}.${minor}`;
}
