import { RealHarnessClock } from '../config/clock.ts';
import type { Settings } from '../config/settings.ts';
import type { TargetPhone } from '../config/targets/target.ts';
import { moreAbout } from '../config/troubleshooting.ts';
import type { Adb } from '../device/adb.ts';
import type { AdbDevice } from '../device/device-list.ts';
import { assertReady, quickCheck, toldOf, type Readiness } from '../device/doctor/quick.ts';
import { checkContext } from './doctor/context.ts';

export interface LookOverOptions {
  settings: Settings;
  adb: Adb;
  signal: AbortSignal;
  /** A phone that could have been used is not. @param reason one line. */
  onLeftOut(serial: string, reason: string): void;
}

/**
 * The quick part of the doctor, for the phones of a run and those that get their SMS.
 * @returns those that a run can begin on.
 * @throws {PhoneNotReadyError} when one was named, or started by the run, and is not; or when all are not.
 */
export async function withoutUnready(
  phones: readonly TargetPhone[],
  { settings, adb, signal, onLeftOut }: LookOverOptions,
): Promise<readonly TargetPhone[]> {
  const devices = await adb.devices({ signal });
  const looked = await Promise.all(
    phones.map(async (phone) => ({
      phone,
      unready: await firstUnready(phone, devices, { settings, adb, signal }),
    })),
  );
  const unready = looked.flatMap(({ phone, unready: what }) =>
    what === undefined ? [] : { phone, what },
  );
  const [first] = unready;
  const wereNamed = settings.target === 'emulated' || settings.selection.serials.length > 0;
  if (first !== undefined && (wereNamed || unready.length === phones.length)) {
    assertReady(first.what);
  }
  for (const { phone, what } of unready) onLeftOut(phone.serial, reasonOf(phone, what));
  return phones.filter((phone) => !unready.some((left) => left.phone === phone));
}

/** @returns the phone, or the one that gets its SMS; `undefined`: both are ready, as far as adb tells. */
async function firstUnready(
  { serial, smsSerial, simSlot, startedByThisRun, withoutAdb }: TargetPhone,
  devices: readonly AdbDevice[],
  { settings, adb, signal }: Pick<LookOverOptions, 'settings' | 'adb' | 'signal'>,
): Promise<Readiness | undefined> {
  if (withoutAdb === true) return undefined;
  const clock = new RealHarnessClock();
  const contextOf = (asked: string) =>
    checkContext(
      settings,
      devices.find((device) => device.serial === asked) ?? { serial: asked, state: 'not listed' },
      clock,
    );
  const ofScreen = quickCheck(
    adb.forPhone(serial),
    { ...contextOf(serial), role: smsSerial === serial ? 'both' : 'screen' },
    { signal },
    { wake: !startedByThisRun },
  );
  const looks = [ofScreen];
  if (smsSerial !== serial) {
    const sms = { sms: { ...settings.sms, simSlot } };
    const context = { ...contextOf(smsSerial), settings: sms, role: 'sms' as const };
    looks.push(quickCheck(adb.forPhone(smsSerial), context, { signal }));
  }
  return (await Promise.all(looks)).find(({ ready }) => !ready);
}

function reasonOf(phone: TargetPhone, { serial, missing }: Readiness): string {
  const whose = serial === phone.serial ? '' : `the phone that gets its SMS, ${serial}: `;
  const what = missing === undefined ? 'it is not ready' : toldOf(missing);
  const reason = `${whose}${what}. ${missing?.fix ?? ''}`.trim();
  return `${reason}${moreAbout(missing?.id)}`;
}
