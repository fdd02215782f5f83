import type { CallOptions } from '../adb.ts';
import type { PhoneTime } from '../clock.ts';
import { PhoneTimeError } from '../errors.ts';
import type { DriverSession } from './session.ts';

/** `2026-11-26T00:25:41+08:00`: the phone's local time, and how far that is from UTC. */
const ISO = /^\d{4}-(\d\d-\d\d)T(\d\d:\d\d:\d\d)(?:[+-]\d\d:?\d\d|Z)$/;

/** What a phone's driver says that the phone's time is. */
export interface DriverTime extends PhoneTime {
  /** In the form that the phone's log has, `MM-DD hh:mm:ss.mmm`. */
  readonly inLog: string;
}

/** @throws {PhoneTimeError} when the answer is no time. Else throws as `DriverSession.execute`. */
export async function driverTime(session: DriverSession, call?: CallOptions): Promise<DriverTime> {
  const answer = await session.execute('mobile: getDeviceTime', {}, call);
  const time = typeof answer === 'string' ? parseDriverTime(answer) : undefined;
  if (time !== undefined) return time;
  throw new PhoneTimeError('The driver does not tell what time it is on the phone.', {
    phone: session.serial,
    expected: 'YYYY-MM-DDThh:mm:ss±hh:mm from `mobile: getDeviceTime`',
    seen: String(answer),
    remedy: 'See that the Appium server has an UiAutomator2 driver of version 4 or later.',
  });
}

/** Parses what `mobile: getDeviceTime` answers: whole seconds. */
export function parseDriverTime(text: string): DriverTime | undefined {
  const [, day, time] = ISO.exec(text.trim()) ?? [];
  const atMs = Date.parse(text.trim());
  if (day === undefined || time === undefined || Number.isNaN(atMs)) return undefined;
  return { atMs, resolutionMs: 1000, inLog: `${day} ${time}.000` };
}
