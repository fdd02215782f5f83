import { measurePhoneClock, type PhoneClock } from '../clock.ts';
import type { Adb, CallOptions } from '../adb.ts';
import { AdbError, SmsSourceClosedError } from '../errors.ts';
import { parseProperties } from '../properties.ts';
import { sourcesOverAdb } from '../sms/sources.ts';
import { systemOf } from '../system.ts';
import { ask } from './batch.ts';
import type { CheckContext, PhoneCheck, PhoneFacts, SmsPlace } from './facts.ts';
import type { QuestionName } from './questions.ts';

/** A phone answers in a fraction of a second; one that is busy with something else, in a few. */
const CALL_TIMEOUT_MS = 8000;

/**
 * Asks the phone everything that these checks want to know, all at once.
 * @throws {PhoneLostError}
 */
export async function gatherFacts(
  adb: Adb,
  checks: readonly PhoneCheck[],
  context: CheckContext,
  call: CallOptions = {},
): Promise<PhoneFacts> {
  const isAsked = (id: PhoneCheck['id']) => checks.some((check) => check.id === id);
  // Which system it is decides what to tell, whatever is checked.
  const names = new Set<QuestionName>(['properties', ...checks.flatMap(({ asks }) => asks)]);
  const [answers, phoneClock, smsPlaces] = await Promise.all([
    ask(adb, [...names], call),
    isAsked('clock') ? readClock(adb, context, call) : undefined,
    isAsked('sms-readable') ? lookAtSms(adb, context, call) : undefined,
  ]);
  const properties = parseProperties(answers.get('properties') ?? '');
  return { properties, system: systemOf(properties), answers, phoneClock, smsPlaces, context };
}

async function readClock(
  adb: Adb,
  { clock }: CheckContext,
  call: CallOptions,
): Promise<PhoneClock | undefined> {
  try {
    return await measurePhoneClock(adb, clock, call.signal);
  } catch (error) {
    if (!(error instanceof AdbError)) throw error;
    return undefined;
  }
}

/** Looks for messages that nobody has sent yet: none are read. */
async function lookAtSms(
  adb: Adb,
  { settings }: CheckContext,
  call: CallOptions,
): Promise<SmsPlace[]> {
  return await Promise.all(
    sourcesOverAdb(adb, settings).map(async (source) => {
      try {
        await source.look(Number.MAX_SAFE_INTEGER, { timeoutMs: CALL_TIMEOUT_MS, ...call });
        return { name: source.name, failure: undefined };
      } catch (error) {
        if (!(error instanceof SmsSourceClosedError || error instanceof AdbError)) throw error;
        return { name: source.name, failure: error };
      }
    }),
  );
}
