import { z } from 'zod';
import type { CallOptions } from '../adb.ts';
import type { DriverSession } from './session.ts';

/** @see https://www.selenium.dev/documentation/legacy/json_wire_protocol/#log-entry-json-object */
const LogEntries = z.array(z.object({ message: z.string() }));
const TIME = /^(\d\d-\d\d \d\d:\d\d:\d\d\.\d{3}) /;

/**
 * The phone's log since a time, of what the driver has collected since the session began and nobody
 * has asked it for yet.
 * @param time by the phone's clock, `MM-DD hh:mm:ss.mmm`.
 */
export async function driverLogSince(
  session: DriverSession,
  time: string,
  call?: CallOptions,
): Promise<string> {
  const answer = await session.post('se/log', { type: 'logcat' }, call);
  const lines = LogEntries.parse(answer).flatMap(({ message }) => message.split(/\r?\n/));
  return linesSince(lines, time).join('\n');
}

/**
 * The lines from the first one at or after a time on; times of one year compare as text. Lines of another
 * year's turn are rare enough to be given too.
 */
function linesSince(lines: readonly string[], time: string): readonly string[] {
  const first = lines.findIndex((line) => (TIME.exec(line)?.[1] ?? '') >= time);
  return first === -1 ? [] : lines.slice(first);
}
