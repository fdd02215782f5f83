// What `npm run doctor` runs: whether this machine and its phones are fit for a run.
import { RealHarnessClock } from '../config/clock.ts';
import { loadSettings, type Settings } from '../config/settings.ts';
import { Adb } from '../device/adb.ts';
import type { AdbDevice } from '../device/device-list.ts';
import { checkPhone } from '../device/doctor/check-phone.ts';
import { repairPhone } from '../device/doctor/repair.ts';
import type { CheckResult } from '../device/doctor/result.ts';
import { PhoneLostError } from '../device/errors.ts';
import { AdbNotFoundError, withAndroidHome } from '../scripts/android-home.mjs';
import { runCommand } from './command-line.ts';
import { checkContext } from './doctor/context.ts';
import { checkMachine, MACHINE, machineResult, repairMachine } from './doctor/machine.ts';
import { DOCTOR_HELP, parseDoctorOptions, type DoctorOptions } from './doctor/options.ts';
import { phonesAtHand } from './doctor/phones.ts';
import { doctorTable, type ScopedRepair } from './doctor/table.ts';
import { terminalOptions } from './terminal/options.ts';

const DEFAULT_COLUMNS = 100;
const clock = new RealHarnessClock();

interface Findings {
  readonly results: readonly CheckResult[];
  readonly repairs: readonly ScopedRepair[];
}

async function examineAll(options: DoctorOptions, signal: AbortSignal): Promise<number> {
  const settings = loadSettings(undefined, { connected: true });
  findAndroidHome();
  const context = { settings, env: process.env, signal };
  const checked = await checkMachine(context);
  const machine = options.fix
    ? await repairMachine(checked, context)
    : { results: checked, repairs: [] };
  const { finding, devices } = await phonesAtHand(options.serials, settings, signal);
  const phones = await Promise.all(
    devices.map((device) => examinePhone(device, options, settings, signal)),
  );
  const results = [
    ...machine.results,
    machineResult('phones', finding),
    ...phones.flatMap((phone) => phone.results),
  ];
  const repairs = [
    ...machine.repairs.map((repair) => ({ ...repair, scope: MACHINE })),
    ...phones.flatMap((phone) => phone.repairs),
  ];
  process.stdout.write(
    options.json
      ? `${JSON.stringify(results, null, 2)}\n`
      : doctorTable(results, repairs, {
          fixes: options.fix,
          color: terminalOptions(process.stdout, process.env).color,
          columns: process.stdout.isTTY ? process.stdout.columns : DEFAULT_COLUMNS,
        }),
  );
  return results.every(({ ok, required }) => ok || !required) ? 0 : 1;
}

async function examinePhone(
  device: AdbDevice,
  { fix }: DoctorOptions,
  settings: Settings,
  signal: AbortSignal,
): Promise<Findings> {
  const { serial } = device;
  const adb = new Adb({ adbPath: Adb.find(), serial });
  try {
    const context = checkContext(settings, device, clock);
    if (!fix) return { results: await checkPhone(adb, context, { signal }), repairs: [] };
    const { results, repairs } = await repairPhone(adb, context, { signal });
    return { results, repairs: repairs.map((repair) => ({ ...repair, scope: serial })) };
  } catch (error) {
    if (!(error instanceof PhoneLostError)) throw error;
    const state = error.details.seen ?? 'lost while it was looked at';
    const context = checkContext(settings, { serial, state }, clock);
    return { results: await checkPhone(adb, context, { signal }), repairs: [] };
  }
}

/** Unwrapped, no set-up came before; without an adb the checks say so. */
function findAndroidHome(): void {
  try {
    Object.assign(process.env, withAndroidHome(process.env));
  } catch (error) {
    if (!(error instanceof AdbNotFoundError)) throw error;
  }
}

await runCommand({ help: DOCTOR_HELP, parse: parseDoctorOptions, run: examineAll });
