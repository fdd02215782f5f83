import type { HarnessClock } from '../../config/clock.ts';
import type { PhoneBridge } from '../../device/bridge.ts';
import type { SmsReadingParts } from '../../device/sms/sources.ts';
import { SmsBoard } from '../sms/board.ts';
import { clockLines, simLines } from '../sms/text.ts';

/** An older code that was taken, or should have been, came not long before. */
const BEFORE_MS = 10 * 60_000;

/**
 * The SMS of the time of a test, and of some minutes before it, as far as they can be read: when each came
 * by the phone's clock, from whom, where it shows and what it is worth. No text, and no code.
 * @param bridge of the phone that gets the SMS.
 * @param startMs when the test began, by the harness's clock.
 */
export async function smsHeaders(
  bridge: PhoneBridge,
  settings: SmsReadingParts['settings'],
  startMs: number,
  clock: HarnessClock,
  signal: AbortSignal,
): Promise<string> {
  const phoneClock = await bridge.clock(clock, { signal });
  const { sources, sims, simSlot } = await bridge.sms(settings, { signal });
  const board = new SmsBoard(sources, { simSlot, inClear: false });
  const states = await board.look(phoneClock.earliestAt(startMs) - BEFORE_MS, signal);
  const messages = board.news();
  return [
    ...clockLines(phoneClock),
    ...simLines(sims, simSlot),
    ...states,
    '',
    ...(messages.length === 0 ? ['  no SMS'] : messages),
    '',
  ].join('\n');
}
