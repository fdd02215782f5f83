import { ManualClock } from '../../../emulator/android/clock.ts';

/** A clock on which whoever sleeps moves time on, so that waits take none. */
export class AutoClock extends ManualClock {
  override async sleep(delayMs: number, signal?: AbortSignal): Promise<void> {
    await Promise.resolve();
    signal?.throwIfAborted();
    this.advance(delayMs);
  }
}
