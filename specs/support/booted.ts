import { PhoneLostError } from '../../device/errors.ts';
import { Adb } from '../../device/adb.ts';

/** A phone of one's own takes a minute or two; an emulated one, some seconds. */
const BOOT_LIMIT_MS = 180_000;
const POLL_MS = 500;

/** Waits until adb reaches a phone that restarts, and Android has said that its boot is complete. */
export async function booted(serial: string): Promise<void> {
  const adb = new Adb({ adbPath: Adb.find(), serial });
  await browser.waitUntil(async () => (await bootCompleted(adb)) === '1', {
    timeout: BOOT_LIMIT_MS,
    interval: POLL_MS,
    timeoutMsg: 'The phone did not come back after its restart.',
  });
}

async function bootCompleted(adb: Adb): Promise<string | undefined> {
  try {
    return (await adb.shell('getprop sys.boot_completed')).stdout.trim();
  } catch (error) {
    if (error instanceof PhoneLostError) return undefined;
    throw error;
  }
}
