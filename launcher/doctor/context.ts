import type { HarnessClock } from '../../config/clock.ts';
import type { Settings } from '../../config/settings.ts';
import { numberFor } from '../../config/targets/phones-of-run.ts';
import type { AdbDevice } from '../../device/device-list.ts';
import type { CheckContext } from '../../device/doctor/facts.ts';
import { helperFiles } from './helper-files.ts';

/** How a phone is checked by these settings: which SIM counts, and whether it gets SMS at all. */
export function checkContext(
  settings: Settings,
  device: AdbDevice,
  clock: HarnessClock,
): CheckContext {
  const known = numberFor(settings, device.serial);
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
