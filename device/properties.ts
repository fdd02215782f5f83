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
    model: modelOf(...modelNames(properties)),
    system: family === 'android' ? android : `${name} (${build}), ${android}`,
  };
}

/**
 * The name that the phone is sold by, which old systems of Xiaomi's do not know, and its model.
 * @returns without those that it does not tell.
 */
export function modelNames(properties: ReadonlyMap<string, string>): string[] {
  const names = ['ro.product.marketname', 'ro.product.model'].map((name) => properties.get(name));
  return [...new Set(names)].filter((name) => name !== undefined && name !== '') as string[];
}

function modelOf(name = 'unknown model', model?: string): string {
  return model === undefined ? name : `${name} (${model})`;
}

/** The phone's locale, BCP 47; empty when it does not tell. */
export function localeOf(properties: ReadonlyMap<string, string>): string {
  // The first is set once a person has chosen a language.
  return properties.get('persist.sys.locale') || properties.get('ro.product.locale') || '';
}

/** For which the system was built, as it names it in small letters, e.g. `global`; else empty. */
export function regionOf(properties: ReadonlyMap<string, string>): string {
  const region = properties.get('ro.miui.build.region') || properties.get('ro.miui.region') || '';
  return region.toLowerCase();
}
