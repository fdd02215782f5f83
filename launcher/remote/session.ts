import { z } from 'zod';
import { androidCapabilities } from '../../config/capabilities.ts';
import { authorization } from '../../config/remote-appium.ts';
import type { RemoteAppium, Settings } from '../../config/settings.ts';
import { timeouts } from '../../config/timeouts.ts';
import {
  below,
  DriverSession,
  reasonOf,
  type SessionAddress,
} from '../../device/driver/session.ts';
import { SessionError } from '../session-error.ts';

/** Installing the helpers on a phone takes half a minute; a cloud may have to find a phone first. */
const OPEN_TIMEOUT_MS = 300_000;
const CLOSE_TIMEOUT_MS = 30_000;

const Opened = z.object({
  value: z.object({ sessionId: z.string(), capabilities: z.record(z.string(), z.unknown()) }),
});
const Refused = z.object({ value: z.object({ message: z.string() }) });

/** A short session of the launching process, to ask a phone that no adb at hand reaches. */
export class RemoteSession {
  readonly driver: DriverSession;
  readonly #address: SessionAddress;

  private constructor(serial: string, address: SessionAddress) {
    this.driver = new DriverSession(serial, () => address);
    this.#address = address;
  }

  /**
   * @param serial of the phone; absent where the server is to choose one.
   * @throws {SessionError} when there is no session to be had.
   */
  static async open(
    remote: RemoteAppium,
    serial: string | undefined,
    settings: Settings,
    signal: AbortSignal,
  ): Promise<RemoteSession> {
    const headers = authorization(remote);
    const answer = await post(
      below(remote.url, 'session'),
      headers,
      capabilitiesOf(serial, settings),
      signal,
    );
    const opened = Opened.safeParse(answer).data?.value;
    if (opened === undefined) {
      throw new SessionError(
        Refused.safeParse(answer).data?.value.message ?? 'an answer that is no session',
      );
    }
    const address = { server: remote.url, headers, sessionId: opened.sessionId };
    const told = serialIn(opened.capabilities) ?? serial;
    if (told !== undefined) return new RemoteSession(told, address);
    await new RemoteSession('', address).close();
    throw new SessionError('a session that does not say which phone it is on');
  }

  /** A session that has gone by itself is as good. */
  async close(): Promise<void> {
    try {
      const { server, headers, sessionId } = this.#address;
      await fetch(below(server, `session/${sessionId}`), {
        method: 'DELETE',
        headers,
        signal: AbortSignal.timeout(CLOSE_TIMEOUT_MS),
      });
    } catch {
      // The server ends it after its `newCommandTimeout`.
    }
  }
}

function capabilitiesOf(serial: string | undefined, settings: Settings): object {
  const all = {
    ...androidCapabilities({
      serial,
      deviceName: serial ?? 'Android',
      ports: undefined,
      adbServer: {},
      timeouts: timeouts(settings),
    }),
    ...settings.capabilities,
  };
  const sent = Object.entries(all).filter(([name]) => !name.startsWith('wdio:'));
  return { capabilities: { alwaysMatch: Object.fromEntries(sent), firstMatch: [{}] } };
}

async function post(
  url: URL,
  headers: Record<string, string>,
  body: object,
  signal: AbortSignal,
): Promise<unknown> {
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: { ...headers, 'content-type': 'application/json' },
      body: JSON.stringify(body),
      signal: AbortSignal.any([signal, AbortSignal.timeout(OPEN_TIMEOUT_MS)]),
    });
    return await response.json();
  } catch (error) {
    signal.throwIfAborted();
    throw new SessionError(reasonOf(error));
  }
}

/** The driver tells it as it is known to adb; a Grid or a cloud may leave it out. */
function serialIn(capabilities: Readonly<Record<string, unknown>>): string | undefined {
  for (const name of ['deviceUDID', 'appium:deviceUDID', 'udid', 'appium:udid']) {
    const value = capabilities[name];
    if (typeof value === 'string' && value !== '') return value;
  }
  return undefined;
}
