import { z } from 'zod';
import type { PhoneIdentity } from '../properties.ts';
import type { CallOptions } from '../adb.ts';
import type { DriverSession } from './session.ts';

/** Of the UiAutomator2 server's answer, `GET /appium/device/info`; a cloud may leave parts out. */
const DeviceInfo = z.object({
  manufacturer: z.string().nullish(),
  model: z.string().nullish(),
  platformVersion: z.string().nullish(),
  locale: z.string().nullish(),
});

/** What a phone is, as its driver tells it. */
export interface DriverFacts extends PhoneIdentity {
  /** As Java writes it, e.g. `en_US` or `zh_CN_#Hans`; empty when it is not told. */
  readonly locale: string;
}

/** Asks the driver what the phone is. Throws as `DriverSession.execute`. */
export async function driverFacts(
  session: DriverSession,
  call?: CallOptions,
): Promise<DriverFacts> {
  return parseDeviceInfo(await session.execute('mobile: deviceInfo', {}, call));
}

/** Xiaomi's own version is in no answer of the driver's. */
export function parseDeviceInfo(answer: unknown): DriverFacts {
  const info = DeviceInfo.safeParse(answer).data ?? {};
  const { manufacturer, model, platformVersion, locale } = info;
  const android = `Android ${platformVersion || 'of unknown version'}`;
  return {
    model: model || 'unknown model',
    system: manufacturer ? `${android} of ${manufacturer}` : android,
    locale: locale ?? '',
  };
}
