import type { Adb, CallOptions } from '../adb.ts';
import { AdbError } from '../errors.ts';
import { examine } from './check-phone.ts';
import { ASKING_CHECKS } from './checks/index.ts';
import type { CheckContext, PhoneCheck, RepairPlan } from './facts.ts';
import type { CheckResult, Repair } from './result.ts';

/** Installing asks a person on some phones, who has to find the phone first. */
const INSTALL_TIMEOUT_MS = 120_000;
/** What commands print that refuse, some of which still exit with 0; the first says most. */
const REFUSED = [
  /^.*SecurityException.*$/m,
  /^.*(?:Exception|Error:|Failure|Permission denial|not allowed).*$/im,
];

/**
 * Does what adb may do about failing checks, one after the other, and looks again.
 * @returns what was found in the end, and what was done.
 * @throws {PhoneLostError}
 */
export async function repairPhone(
  adb: Adb,
  context: CheckContext,
  call: CallOptions = {},
): Promise<{ results: CheckResult[]; repairs: Repair[] }> {
  const before = await examine(adb, ASKING_CHECKS, context, call);
  const repairs: Repair[] = [];
  for (const check of ASKING_CHECKS) {
    if (check.repair === undefined || !isFailing(before.results, check)) continue;
    // What was done before may have settled it, or made it possible.
    const { results, facts } = await examine(adb, [check], context, call);
    const plan = facts && isFailing(results, check) ? check.repair(facts) : undefined;
    if (plan !== undefined) repairs.push({ id: check.id, told: await carryOut(adb, plan, call) });
  }
  if (repairs.length === 0) return { results: [...before.results], repairs };
  const { results } = await examine(adb, ASKING_CHECKS, context, call);
  return { results: [...results], repairs };
}

function isFailing(results: readonly CheckResult[], check: PhoneCheck): boolean {
  return results.some(({ id, ok }) => id === check.id && !ok);
}

/** @returns what was done, or why it was not. */
export async function carryOut(
  adb: Adb,
  { did, commands = [], apks = [] }: RepairPlan,
  call: CallOptions,
): Promise<string> {
  try {
    for (const apk of apks) await adb.install(apk, { timeoutMs: INSTALL_TIMEOUT_MS, ...call });
    for (const command of commands) {
      const { stdout, stderr } = await adb.shell(command, call);
      const output = `${stdout}\n${stderr}`;
      const [refusal] = REFUSED.flatMap((pattern) => pattern.exec(output) ?? []);
      if (refusal !== undefined) return `the phone refused \`${command}\`: ${refusal.trim()}`;
    }
    return did;
  } catch (error) {
    if (!(error instanceof AdbError)) throw error;
    return `could not be done: ${error.details.seen ?? error.message}`;
  }
}
