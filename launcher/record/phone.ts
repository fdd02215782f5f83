import type { Adb, CallOptions } from '../../device/adb.ts';
import { identityOf, localeOf, readProperties, regionOf } from '../../device/properties.ts';
import type { RecordedPhone } from './recording.ts';

/** The apps whose screens a sign-up shows. */
const APPS = ['com.xiaomi.account', 'com.miui.cloudservice', 'com.android.settings'] as const;

/** Asks a phone what it is. */
export async function recordedPhone(adb: Adb, call: CallOptions): Promise<RecordedPhone> {
  const properties = await readProperties(adb, call);
  const apps: Record<string, string> = {};
  for (const app of APPS) {
    const { stdout } = await adb.shell(`dumpsys package ${app}`, call);
    apps[app] = /versionName=(\S+)/.exec(stdout)?.[1] ?? 'unknown';
  }
  return {
    ...identityOf(properties),
    locale: localeOf(properties),
    region: regionOf(properties),
    apps,
  };
}
