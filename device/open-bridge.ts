import type { PhoneUnderTest } from '../config/run-context.ts';
import { Adb } from './adb.ts';
import { AdbBridge } from './adb-bridge.ts';
import type { PhoneBridge } from './bridge.ts';
import { DriverBridge } from './driver/bridge.ts';
import { DriverSession } from './driver/session.ts';

/** Of a WebdriverIO browser, what tells where its session is. */
export interface SessionOwner {
  readonly sessionId: string | undefined;
  readonly options: {
    readonly protocol?: string | undefined;
    readonly hostname?: string | undefined;
    readonly port?: number | undefined;
    readonly path?: string | undefined;
    readonly headers?: Record<string, string> | undefined;
  };
}

/**
 * The bridge to a phone: adb, or its WebDriver session where no adb at hand reaches it.
 * @throws {AdbMissingError}
 */
export function openBridge(
  { serial, withoutAdb }: Pick<PhoneUnderTest, 'serial' | 'withoutAdb'>,
  driver: SessionOwner,
): PhoneBridge {
  if (withoutAdb !== true) return new AdbBridge(new Adb({ adbPath: Adb.find(), serial }));
  return new DriverBridge(
    new DriverSession(serial, () => {
      const { protocol, hostname, port, path, headers } = driver.options;
      return {
        server: new URL(`${protocol}://${hostname}:${port}${path}`),
        headers: headers ?? {},
        sessionId: driver.sessionId ?? '',
      };
    }),
  );
}
