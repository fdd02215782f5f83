import { connect } from 'node:net';
import { adbServerFromEnv } from '../config/adb-server.ts';
import type { HarnessClock } from '../config/clock.ts';
import { parseDeviceList, type AdbDevice } from './device-list.ts';

/** adb's server is starting anew, or somebody stopped it. */
const AGAIN_MS = 1000;
const LENGTH_DIGITS = 4;
const LOOPBACK = '127.0.0.1';
/** Where adb's server is unless a variable says otherwise. */
const ADB_PORT = 5037;
/** Behind its own length, as every request to adb's server. */
const REQUEST = '0012host:track-devices';
/** Comes before the lists; `FAIL` and a message come instead where the server takes no such request. */
const OKAY = 'OKAY';

/**
 * Takes the answer to `host:track-devices` apart: after every change the whole list, behind its length
 * as four hexadecimal digits (adb's SERVICES.TXT, `host:track-devices`).
 */
export class DeviceListDecoder {
  #rest = '';

  /** @param text ASCII. */
  push(text: string): AdbDevice[][] {
    this.#rest += text;
    const lists: AdbDevice[][] = [];
    for (;;) {
      const length = Number.parseInt(this.#rest.slice(0, LENGTH_DIGITS), 16);
      const end = LENGTH_DIGITS + length;
      if (this.#rest.length < LENGTH_DIGITS || this.#rest.length < end) return lists;
      if (Number.isNaN(length)) {
        // A message of adb's own about its server.
        this.#rest = '';
        return lists;
      }
      lists.push(parseDeviceList(this.#rest.slice(LENGTH_DIGITS, end)));
      this.#rest = this.#rest.slice(end);
    }
  }
}

/**
 * Tells the phones that adb lists, at once and after every change, until the signal is aborted. An adb
 * server that ends is no change: its successor is asked. The server is asked without the `adb` program,
 * which would outlive a killed run until the next change.
 */
export async function trackDevices(
  onList: (devices: readonly AdbDevice[]) => void,
  { clock, signal }: { clock: HarnessClock; signal: AbortSignal },
): Promise<void> {
  const { host = LOOPBACK, port = ADB_PORT } = adbServerFromEnv();
  while (!signal.aborted) {
    const decoder = new DeviceListDecoder();
    const socket = connect(port, host, () => socket.write(REQUEST)).setEncoding('latin1');
    const stop = (): void => void socket.destroy();
    signal.addEventListener('abort', stop, { once: true });
    let answer = '';
    socket.on('data', (text: string) => {
      const missing = OKAY.length - answer.length;
      answer += text.slice(0, missing);
      if (answer === OKAY) {
        for (const devices of decoder.push(text.slice(missing))) onList(devices);
      } else if (!OKAY.startsWith(answer)) {
        socket.destroy();
      }
    });
    // Nobody listens there: everything else that asks adb says so.
    socket.on('error', () => undefined);
    await new Promise((resolve) => socket.once('close', resolve));
    signal.removeEventListener('abort', stop);
    await clock.sleep(AGAIN_MS, signal).catch(() => undefined);
  }
}
