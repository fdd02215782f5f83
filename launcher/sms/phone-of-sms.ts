import type { Settings } from '../../config/settings.ts';
import { selectionOf } from '../../config/phone-selection.ts';
import { chooseOnePhone } from '../../config/targets/choose-phones.ts';
import { Adb } from '../../device/adb.ts';
import { AdbBridge } from '../../device/adb-bridge.ts';
import type { PhoneBridge } from '../../device/bridge.ts';
import { discoverPhones } from '../../device/discovery/discover.ts';
import { DriverBridge } from '../../device/driver/bridge.ts';
import { driverFacts } from '../../device/driver/facts.ts';
import type { PhoneIdentity } from '../../device/properties.ts';
import { RemoteSession } from '../remote/session.ts';
import { assertRemoteAppium } from '../remote/status.ts';

/** The phone whose SMS are shown. */
export interface PhoneOfSms extends PhoneIdentity {
  readonly bridge: PhoneBridge;
  /** Ends what was opened to ask it. */
  close(): Promise<void>;
}

/**
 * Opens the phone as a run would ask it: over adb, or, where a remote Appium server has it and adb does
 * not list it, through a session.
 * @param serial instead of those of the settings.
 * @throws {PhoneNotAvailableError}, {RemoteAppiumError}, {SessionError}
 */
export async function phoneOfSms(
  serial: string | undefined,
  settings: Settings,
  signal: AbortSignal,
): Promise<PhoneOfSms> {
  const adb = new Adb({ adbPath: Adb.find() });
  const found = await discoverPhones(adb, { signal });
  const selection = serial === undefined ? settings.selection : selectionOf(serial);
  const [named] = selection.serials;
  const isListed =
    named === undefined ? found.length > 0 : found.some((phone) => phone.serial === named);
  const { remote, target } = settings;
  if (target === 'remote' && remote !== undefined && !isListed) {
    await assertRemoteAppium(remote, signal);
    const session = await RemoteSession.open(remote, named, settings, signal);
    const facts = await driverFacts(session.driver, { signal });
    return { ...facts, bridge: new DriverBridge(session.driver), close: () => session.close() };
  }
  const chosen = chooseOnePhone(found, { ...settings, selection });
  const { model, system } = chosen.facts;
  const bridge = new AdbBridge(adb.forPhone(chosen.serial));
  return { model, system, bridge, close: () => Promise.resolve() };
}
