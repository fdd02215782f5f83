import type { Adb, CallOptions } from '../adb.ts';
import { ASKING_CHECKS } from './checks/index.ts';
import { judgeAuthorization, judgeConnection } from './checks/reach.ts';
import type { CheckContext, PhoneCheck, PhoneFacts, PhoneRole } from './facts.ts';
import { gatherFacts } from './gather.ts';
import { PHONE_CHECKS } from './ids.ts';
import type { PhoneCheckId } from '../../config/troubleshooting.ts';
import { QUESTIONS } from './questions.ts';
import { failed, unknown, type CheckResult, type Finding } from './result.ts';

/** Of a phone that gets SMS. */
const SMS_CHECKS: readonly PhoneCheckId[] = ['sim', 'sms-readable', 'free-network-sms'];
const CONCERNS: Readonly<Record<PhoneRole, (id: PhoneCheckId) => boolean>> = {
  both: () => true,
  screen: (id) => !SMS_CHECKS.includes(id),
  sms: (id) => SMS_CHECKS.includes(id),
};

const SILENT = failed(
  'its shell does not answer',
  'Wait until the phone has started; else restart it.',
);

/** What was found, and what it was judged by. */
export interface PhoneReport {
  readonly results: readonly CheckResult[];
  /** Unset when the phone cannot be asked. */
  readonly facts: PhoneFacts | undefined;
}

/**
 * Makes every check of a phone, in the order of `PHONE_CHECKS`. Those that need an answer are left out
 * when the phone cannot be asked, and those that do not concern its role.
 * @param adb asks this phone.
 * @throws {PhoneLostError} when it was there and is gone.
 */
export async function checkPhone(
  adb: Adb,
  context: CheckContext,
  call: CallOptions = {},
): Promise<CheckResult[]> {
  const { results } = await examine(adb, ASKING_CHECKS, context, call);
  return [...results];
}

/** Makes these checks, after those that tell whether the phone can be asked. */
export async function examine(
  adb: Adb,
  checks: readonly PhoneCheck[],
  context: CheckContext,
  call: CallOptions = {},
): Promise<PhoneReport> {
  const { device, role = 'both' } = context;
  const connected = resultOf('connected', device.serial, judgeConnection(device));
  if (!connected.ok) return { results: [connected], facts: undefined };
  const authorized = resultOf('authorized', device.serial, judgeAuthorization(device));
  if (!authorized.ok) return { results: [connected, authorized], facts: undefined };
  const asking = checks.filter(({ id }) => CONCERNS[role](id));
  const facts = await gatherFacts(adb, asking, context, call);
  if (!facts.answers.has('properties')) {
    const silent = resultOf('connected', device.serial, SILENT);
    return { results: [silent, authorized], facts: undefined };
  }
  const judged = asking.map((check) => resultOf(check.id, device.serial, judge(check, facts)));
  return { results: [connected, authorized, ...judged], facts };
}

/** No answer is no good answer. */
function judge(check: PhoneCheck, facts: PhoneFacts): Finding {
  const missing = check.asks.find((name) => !facts.answers.has(name));
  if (missing === undefined) return check.judge(facts);
  const [command] = QUESTIONS[missing].commands;
  return unknown(
    `the phone did not answer \`${command}\``,
    `Look at what \`adb -s ${facts.context.device.serial} shell ${command}\` says; restart the phone.`,
  );
}

function resultOf(id: PhoneCheckId, serial: string, finding: Finding): CheckResult {
  const { ok, message, fix = null, required = PHONE_CHECKS[id].required } = finding;
  return { id, scope: serial, required, ok, message, fix: ok ? null : fix };
}
