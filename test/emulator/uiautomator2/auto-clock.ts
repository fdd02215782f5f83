import { ManualClock } from '../../../emulator/android/clock.ts';

/** A clock on which whoever sleeps moves time on, so that waits take none. */
export class AutoClock extends ManualClock {
  override sleep(delayMs: number): Promise<void> {
    this.advance(delayMs);
    return Promise.resolve();
  }
}
