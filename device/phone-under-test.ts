import { phoneEnvironment } from '../config/live.ts';
import type { PhoneUnderTest } from '../config/run-context.ts';
import type { Settings } from '../config/settings.ts';
import type { TargetPhone } from '../config/targets/target.ts';
import type { Adb } from './adb.ts';
import { identityOf, localeOf, readProperties, regionOf } from './properties.ts';

/**
 * Asks a phone that adb lists what it is.
 * @returns also its region as it names it, e.g. `global`; empty on a phone that does not.
 */
export async function phoneUnderTest(
  { serial, startedByThisRun }: Pick<TargetPhone, 'serial' | 'startedByThisRun'>,
  adb: Adb,
  settings: Settings,
  signal: AbortSignal,
): Promise<{ phone: PhoneUnderTest; region: string }> {
  const properties = await readProperties(adb.forPhone(serial), { signal });
  const locale = localeOf(properties) || undefined;
  const environment = phoneEnvironment(startedByThisRun, settings);
  return {
    phone: { serial, ...identityOf(properties), environment, locale },
    region: regionOf(properties),
  };
}
