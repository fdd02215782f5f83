import type { Adb, CallOptions } from './adb.ts';
import { systemOf } from './system.ts';

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

/** What the phone calls itself, for people. */
export function identityOf(properties: ReadonlyMap<string, string>): PhoneIdentity {
  const value = (name: string) => properties.get(name) ?? '';
  const { family, name, android } = systemOf(properties);
  const build = value('ro.build.version.incremental');
  return {
    model: modelOf(value('ro.product.marketname'), value('ro.product.model')),
    system: family === 'android' ? android : `${name} (${build}), ${android}`,
  };
}

/** Old systems of Xiaomi's do not know the name that they are sold by. */
function modelOf(marketName: string, model: string): string {
  if (marketName === '' || marketName === model) return model || 'unknown model';
  return model === '' ? marketName : `${marketName} (${model})`;
}
