import { ASKING_CHECKS } from '../../device/doctor/checks/index.ts';
import { MACHINE_CHECKS, type CheckId } from '../../device/doctor/ids.ts';
import type { MachineCheckId } from '../../config/troubleshooting.ts';
import type { CheckResult, Finding, Repair } from '../../device/doctor/result.ts';
import { adbProgram, adbServer, androidHome } from './machine/adb.ts';
import { appium, appiumDriver } from './machine/appium.ts';
import { diskSpace, stateFolder } from './machine/folders.ts';
import type { MachineCheck, MachineContext } from './machine/machine-check.ts';
import { nodeVersion } from './machine/node.ts';
import { pictureReading } from './machine/pictures.ts';
import { ports } from './machine/ports.ts';

/** What stands in the results instead of a phone's serial. */
export const MACHINE = 'machine';

/** In the order of `MACHINE_CHECKS`; the phones are counted by who lists them. */
const CHECKS: readonly MachineCheck[] = [
  nodeVersion,
  androidHome,
  adbProgram,
  adbServer,
  appium,
  appiumDriver,
  ports,
  diskSpace,
  stateFolder,
  pictureReading,
];

/** Whether `--fix` may do something about it, here or on a phone. */
export function isRepairable(id: CheckId): boolean {
  return [...CHECKS, ...ASKING_CHECKS].some(
    (check) => check.id === id && check.repair !== undefined,
  );
}

/**
 * Looks at this machine. To be called before anything starts an adb, which would end a server of
 * another version.
 */
export async function checkMachine(context: MachineContext): Promise<CheckResult[]> {
  return await Promise.all(CHECKS.map((check) => look(check, context)));
}

/** Does what can be done about what failed, and looks again. */
export async function repairMachine(
  results: readonly CheckResult[],
  context: MachineContext,
): Promise<{ results: CheckResult[]; repairs: Repair[] }> {
  const repairs: Repair[] = [];
  const renewed = [...results];
  for (const check of CHECKS) {
    const at = renewed.findIndex(({ id, ok }) => id === check.id && !ok);
    if (at < 0 || check.repair === undefined) continue;
    repairs.push({ id: check.id, told: await carryOut(check.repair, context) });
    renewed[at] = await look(check, context);
  }
  return { results: renewed, repairs };
}

export function machineResult(id: MachineCheckId, finding: Finding): CheckResult {
  const { ok, message, fix = null, required = MACHINE_CHECKS[id].required } = finding;
  return { id, scope: MACHINE, required, ok, message, fix: ok ? null : fix };
}

async function look(check: MachineCheck, context: MachineContext): Promise<CheckResult> {
  return machineResult(check.id, await check.judge(context));
}

async function carryOut(
  repair: NonNullable<MachineCheck['repair']>,
  context: MachineContext,
): Promise<string> {
  try {
    return await repair(context);
  } catch (error) {
    return `could not be done: ${error instanceof Error ? error.message : String(error)}`;
  }
}
