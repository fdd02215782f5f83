import type { Adb, CallOptions } from './adb.ts';
import { PhoneTimeError } from './errors.ts';

/**
 * The phone's time in the form that `logcat -T` takes, `MM-DD hh:mm:ss.mmm`.
 * @throws {PhoneTimeError}
 */
export async function phoneLogTime(adb: Adb, call: CallOptions = {}): Promise<string> {
  const { stdout } = await adb.shell("date '+%m-%d %H:%M:%S.000'", call);
  const time = stdout.trim();
  if (/^\d\d-\d\d \d\d:\d\d:\d\d\.\d{3}$/.test(time)) return time;
  throw new PhoneTimeError('The phone did not say its time.', {
    phone: adb.serial,
    expected: 'MM-DD hh:mm:ss from `date`',
    seen: time,
    remedy: 'Run `adb shell date` and see what it says.',
    trouble: 'clock',
  });
}

/** The phone's log since that time. @see https://developer.android.com/tools/logcat */
export async function phoneLogSince(
  adb: Adb,
  time: string,
  call: CallOptions = {},
): Promise<string> {
  return (await adb.shell(`logcat -d -v threadtime -T '${time}'`, call)).stdout;
}
