import { HarnessError } from '../../config/errors.ts';
import type { Adb, CallOptions } from '../adb.ts';
import { examine, type PhoneReport } from './check-phone.ts';
import { ASKING_CHECKS } from './checks/index.ts';
import { awake, unlocked } from './checks/screen.ts';
import type { CheckContext } from './facts.ts';
import { CHECKS, PHONE_CHECKS } from './ids.ts';
import { carryOut } from './repair.ts';
import type { CheckResult } from './result.ts';

/** Whether a run may begin on a phone. */
export interface Readiness {
  readonly serial: string;
  readonly ready: boolean;
  /** The first required check that failed, if any. */
  readonly missing: CheckResult | undefined;
  /** Of the quick part. */
  readonly results: readonly CheckResult[];
}

/** A phone that a run was to use is not fit for it. */
export class PhoneNotReadyError extends HarnessError {
  override readonly category = 'set-up';
}

export interface QuickOptions {
  /** Wake a phone whose screen is off, and swipe away a lock screen that wants no PIN. */
  readonly wake?: boolean;
}

/** What may refuse a run. */
const QUICK_CHECKS = ASKING_CHECKS.filter(({ id }) => PHONE_CHECKS[id].required);

/**
 * The part of the checks that may refuse a run, for its start: a fraction of a second.
 * @param adb asks this phone.
 * @throws {PhoneLostError} when it was there and is gone.
 */
export async function quickCheck(
  adb: Adb,
  context: CheckContext,
  call: CallOptions = {},
  { wake = false }: QuickOptions = {},
): Promise<Readiness> {
  const report = await examine(adb, QUICK_CHECKS, context, call);
  // A phone that is refused anyway is left as it is.
  const results =
    wake && firstMissing(report.results) === undefined
      ? await wakeUp(adb, context, report, call)
      : report.results;
  const missing = firstMissing(results);
  return { serial: context.device.serial, ready: missing === undefined, missing, results };
}

/** @throws {PhoneNotReadyError} naming the first thing that is missing. */
export function assertReady({ serial, missing }: Readiness): void {
  if (missing === undefined) return;
  const { why } = CHECKS[missing.id];
  throw new PhoneNotReadyError(`The phone is not ready: ${toldOf(missing)}. ${why}`, {
    phone: serial,
    seen: missing.message,
    remedy: `${missing.fix ?? ''} \`npm run doctor -- --serial ${serial}\` looks at everything.`,
    trouble: missing.id,
  });
}

/** What was found, and of what: a phrase. */
export function toldOf({ id, message }: CheckResult): string {
  return `${CHECKS[id].title}: ${message}`;
}

function firstMissing(results: readonly CheckResult[]): CheckResult | undefined {
  return results.find(({ ok, required }) => required && !ok);
}

/** @returns the results as they are then: a screen that stays off or locked is a hindrance. */
async function wakeUp(
  adb: Adb,
  context: CheckContext,
  report: PhoneReport,
  call: CallOptions,
): Promise<readonly CheckResult[]> {
  const asleep = [awake, unlocked].filter(({ id }) =>
    report.results.some((result) => result.id === id && !result.ok),
  );
  if (report.facts === undefined || asleep.length === 0) return report.results;
  for (const check of asleep) {
    const plan = check.repair?.(report.facts);
    if (plan !== undefined) await carryOut(adb, plan, call);
  }
  const again = await examine(adb, asleep, context, call);
  const renewed = new Map(
    again.results.map((result) => [result.id, { ...result, required: true }]),
  );
  return report.results.map((result) => renewed.get(result.id) ?? result);
}
