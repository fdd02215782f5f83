import { loadSettings } from '../config/settings.ts';
import { RealHarnessClock } from '../config/clock.ts';
import { Adb } from '../device/adb.ts';
import { checkPhone } from '../device/doctor/check-phone.ts';
import { quickCheck } from '../device/doctor/quick.ts';
import { checkContext } from '../launcher/doctor/context.ts';
import { measure, timed, type Measurement } from './measure.ts';
import { withServices } from './services.ts';

const SAMPLES = 20;
const CHECK_GOAL_MS = 2000;
/** It is part of every run's start. */
const QUICK_GOAL_MS = 1000;

/**
 * What the doctor takes for one emulated phone, with nothing else under way: all of it, and the part
 * that goes before a run. The machine's part, and the start of Node, come on top of `npm run doctor`.
 */
export function doctorBenchmarks(): Promise<Measurement[]> {
  const settings = loadSettings({ MI_EMULATOR_LATENCY: '0' });
  return withServices(settings, async ({ phones: [open] }) => {
    if (open === undefined) throw new Error('no phone was started');
    const { serial } = open.phone;
    const adb = new Adb({ adbPath: Adb.find(), serial });
    const clock = new RealHarnessClock();
    const context = checkContext(settings, { serial, state: 'device' }, clock);
    return [
      await measure('doctor of a phone', CHECK_GOAL_MS, SAMPLES, () =>
        timed(() => checkPhone(adb, context)),
      ),
      await measure('its quick part', QUICK_GOAL_MS, SAMPLES, () =>
        timed(() => quickCheck(adb, context)),
      ),
    ];
  });
}
