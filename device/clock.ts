import type { HarnessClock } from '../config/clock.ts';
import type { Adb } from './adb.ts';
import { AdbError } from './errors.ts';

/** How far the phone's clock is from the harness's, as one question over adb can tell. */
export class PhoneClock {
  /** Phone minus harness. */
  readonly offsetMs: number;
  /** The true offset is at most this far away. */
  readonly uncertaintyMs: number;

  constructor(offsetMs: number, uncertaintyMs: number) {
    this.offsetMs = offsetMs;
    this.uncertaintyMs = uncertaintyMs;
  }

  /** The earliest that the phone's clock can have shown at this time of the harness's. */
  earliestAt(harnessMs: number): number {
    return harnessMs + this.offsetMs - this.uncertaintyMs;
  }
}

/** A time that a phone told, and how finely. */
export interface PhoneTime {
  readonly atMs: number;
  readonly resolutionMs: number;
}

/** @throws {AdbError} when the phone's answer is no time. */
export function measurePhoneClock(
  adb: Adb,
  clock: HarnessClock,
  signal?: AbortSignal,
): Promise<PhoneClock> {
  return phoneClockBy(clock, async () => {
    const { stdout } = await adb.shell('date +%s.%N', signal === undefined ? {} : { signal });
    const answer = parsePhoneTime(stdout);
    if (answer !== undefined) return answer;
    throw new AdbError("The phone's clock cannot be read.", {
      phone: adb.serial,
      expected: 'seconds since 1970',
      seen: stdout.trim() || 'nothing',
      remedy: 'Try `adb shell date +%s`; the phone may still be starting.',
    });
  });
}

/** @param ask asks the phone once what time it is. */
export async function phoneClockBy(
  clock: HarnessClock,
  ask: () => Promise<PhoneTime>,
): Promise<PhoneClock> {
  const beforeMs = clock.now();
  const answer = await ask();
  const afterMs = clock.now();
  // The phone read its clock at some time between the two; the middle is off by half at most.
  return new PhoneClock(
    Math.round(answer.atMs + answer.resolutionMs / 2 - (beforeMs + afterMs) / 2),
    Math.ceil((afterMs - beforeMs + answer.resolutionMs) / 2),
  );
}

/** Old versions of Android's `date` (toybox) know no `%N` and print it as it is. */
export function parsePhoneTime(output: string): PhoneTime | undefined {
  const match = /^(\d{9,11})\.(\d{9})?/.exec(output.trim());
  if (match === null) return undefined;
  const [, seconds, nanoseconds] = match;
  const wholeMs = Number(seconds) * 1000;
  return nanoseconds === undefined
    ? { atMs: wholeMs, resolutionMs: 1000 }
    : { atMs: wholeMs + Math.floor(Number(nanoseconds) / 1e6), resolutionMs: 1 };
}
