import { HOW_TO_CONNECT } from '../../config/targets/choose-phones.ts';
import { unmet } from '../../config/targets/conditions.ts';
import type { FoundPhone } from '../../config/found-phone.ts';
import type { Settings } from '../../config/settings.ts';
import { Adb } from '../../device/adb.ts';
import type { AdbDevice } from '../../device/device-list.ts';
import { discoverPhones } from '../../device/discovery/discover.ts';
import { failed, passed, type Finding } from '../../device/doctor/result.ts';
import { AdbError, AdbMissingError } from '../../device/errors.ts';

/** The phones to look at, and what is to be said of their number. */
export interface PhonesAtHand {
  readonly finding: Finding;
  readonly devices: readonly AdbDevice[];
}

/**
 * Those that are named, though adb may not list them; else those of MI_PHONES, or all that adb lists.
 * A phone that does not say whether it meets a condition of MI_PHONES is looked at too.
 */
export async function phonesAtHand(
  serials: readonly string[],
  { selection, inventory, target }: Pick<Settings, 'selection' | 'inventory' | 'target'>,
  signal: AbortSignal,
): Promise<PhonesAtHand> {
  const required = target === 'devices';
  const none = (message: string, fix: string): PhonesAtHand => ({
    finding: { ...failed(message, fix), required },
    devices: [],
  });
  const wanted = serials.length > 0 ? serials : selection.serials;
  try {
    const adb = new Adb({ adbPath: Adb.find() });
    if (wanted.length > 0) return named(wanted, await adb.devices({ signal }));
    if (selection.conditions.length === 0) {
      const devices = await adb.devices({ signal });
      if (devices.length === 0) return none('adb lists none', HOW_TO_CONNECT);
      return { finding: passed(`adb lists ${devices.length}`), devices };
    }
    const found = await discoverPhones(adb, { signal });
    const fitting = found.filter((phone) => mayMeet(phone, { selection, inventory }));
    if (fitting.length === 0) {
      return none(
        `none of ${found.length} meets the conditions of MI_PHONES`,
        '`npm run phones` shows what they are; change MI_PHONES, or connect another phone.',
      );
    }
    const told = `${fitting.length} of ${found.length} may meet the conditions of MI_PHONES`;
    return { finding: passed(told), devices: fitting };
  } catch (error) {
    if (!(error instanceof AdbMissingError || error instanceof AdbError)) throw error;
    const { seen = 'adb failed', remedy } = error.details;
    return none(`adb lists none: ${seen}`, remedy);
  }
}

function named(wanted: readonly string[], listed: readonly AdbDevice[]): PhonesAtHand {
  const devices = wanted.map(
    (serial) =>
      listed.find((device) => device.serial === serial) ?? { serial, state: 'not connected' },
  );
  return { finding: passed(`${devices.length} named, adb lists ${listed.length}`), devices };
}

function mayMeet(
  { serial, facts }: FoundPhone,
  { selection, inventory }: Pick<Settings, 'selection' | 'inventory'>,
): boolean {
  if (facts === undefined) return true;
  const owner = inventory.phones.find((phone) => phone.serial === serial)?.owner;
  return selection.conditions.every(
    (condition) => unmet(condition, { facts, owner }) === undefined,
  );
}
