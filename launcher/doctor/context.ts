import type { HarnessClock } from '../../config/clock.ts';
import type { PhoneNumberOfPhone } from '../../config/inventory.ts';
import type { Settings } from '../../config/settings.ts';
import { numberFor } from '../../config/targets/phones-of-run.ts';
import type { AdbDevice } from '../../device/device-list.ts';
import type { CheckContext } from '../../device/doctor/facts.ts';
import { helperFiles } from './helper-files.ts';

/**
 * How a phone is checked by these settings: which SIM counts, and whether it gets SMS at all.
 * @param known its number, by default that of the settings.
 */
export function checkContext(
  settings: Settings,
  device: AdbDevice,
  clock: HarnessClock,
  known: Pick<PhoneNumberOfPhone, 'simSlot' | 'smsSerial'> | undefined = numberFor(
    settings,
    device.serial,
  ),
): CheckContext {
  const simSlot = settings.sms.simSlot ?? known?.simSlot;
  return {
    device,
    clock,
    settings: { sms: { ...settings.sms, simSlot } },
    // An Appium elsewhere brings its own.
    helpers: settings.target === 'remote' ? undefined : helperFiles(),
    role: known === undefined || known.smsSerial === device.serial ? 'both' : 'screen',
  };
}
