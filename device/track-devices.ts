import { spawn } from 'node:child_process';
import { once } from 'node:events';
import type { HarnessClock } from '../config/clock.ts';
import { parseDeviceList, type AdbDevice } from './device-list.ts';

/** adb's server is starting anew, or somebody stopped it. */
const AGAIN_MS = 1000;
const LENGTH_DIGITS = 4;

/**
 * Takes the output of `adb track-devices` apart: after every change the whole list, behind its length
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
 * server that ends is no change: its successor is asked.
 */
export async function trackDevices(
  adbPath: string,
  onList: (devices: readonly AdbDevice[]) => void,
  { clock, signal }: { clock: HarnessClock; signal: AbortSignal },
): Promise<void> {
  while (!signal.aborted) {
    const decoder = new DeviceListDecoder();
    const adb = spawn(adbPath, ['track-devices'], { stdio: ['ignore', 'pipe', 'ignore'] });
    const stop = (): void => void adb.kill('SIGKILL');
    signal.addEventListener('abort', stop, { once: true });
    process.once('exit', stop);
    adb.stdout.setEncoding('latin1').on('data', (text: string) => {
      for (const devices of decoder.push(text)) onList(devices);
    });
    try {
      await once(adb, 'close');
    } catch {
      // It could not be started; everything else that asks adb says so.
    }
    process.off('exit', stop);
    signal.removeEventListener('abort', stop);
    await clock.sleep(AGAIN_MS, signal).catch(() => undefined);
  }
}
