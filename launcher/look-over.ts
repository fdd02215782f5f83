import { RealHarnessClock } from '../config/clock.ts';
import type { Settings } from '../config/settings.ts';
import type { TargetPhone } from '../config/targets/target.ts';
import { moreAbout } from '../config/troubleshooting.ts';
import type { Adb } from '../device/adb.ts';
import type { AdbDevice } from '../device/device-list.ts';
import { quickCheck, toldOf, type Readiness } from '../device/doctor/quick.ts';
import { checkContext } from './doctor/context.ts';

export interface LookOverOptions {
  settings: Settings;
  adb: Adb;
  signal: AbortSignal;
}

/** A phone after the quick part of the doctor. */
export interface LookedOver {
  readonly phone: TargetPhone;
  /** Of the phone, or of the one that gets its SMS; `undefined`: a run can begin, as far as adb tells. */
  readonly unready: Readiness | undefined;
}

/** The quick part of the doctor, for phones of a run and those that get their SMS. */
export async function lookOver(
  phones: readonly TargetPhone[],
  options: LookOverOptions,
): Promise<LookedOver[]> {
  const devices = await options.adb.devices({ signal: options.signal });
  return Promise.all(
    phones.map(async (phone) => ({ phone, unready: await firstUnready(phone, devices, options) })),
  );
}

async function firstUnready(
  phone: TargetPhone,
  devices: readonly AdbDevice[],
  { settings, adb, signal }: LookOverOptions,
): Promise<Readiness | undefined> {
  const { serial, smsSerial, startedByThisRun } = phone;
  const clock = new RealHarnessClock();
  const contextOf = (asked: string) =>
    checkContext(
      settings,
      devices.find((device) => device.serial === asked) ?? {
        serial: asked,
        state: 'not connected',
      },
      clock,
      phone,
    );
  const looks = [
    quickCheck(adb.forPhone(serial), contextOf(serial), { signal }, { wake: !startedByThisRun }),
  ];
  if (smsSerial !== serial) {
    const context = { ...contextOf(smsSerial), role: 'sms' as const };
    looks.push(quickCheck(adb.forPhone(smsSerial), context, { signal }));
  }
  return (await Promise.all(looks)).find(({ ready }) => !ready);
}

/** Why a phone is left out: one line. */
export function reasonOf({ phone, unready }: LookedOver): string {
  if (unready?.missing === undefined) return 'it is not ready';
  const { serial, missing } = unready;
  const whose = serial === phone.serial ? '' : `the phone that gets its SMS, ${serial}: `;
  const reason = `${whose}${toldOf(missing)}. ${missing.fix ?? ''}`.trim();
  return `${reason}${moreAbout(missing.id)}`;
}
