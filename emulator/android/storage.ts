import type { Gates } from './gates/gates.ts';
import { parseStorageSizeKib } from './gates/storage-size.ts';

/** `/data` of a phone with 256 GB. */
const TOTAL_KIB = 232_783_872;
/** Below this the system takes the storage for full (AOSP StorageManager.getStorageLowBytes). */
const LOW_KIB = 500 * 1024;

/** What fits onto the phone. */
export class Storage {
  readonly totalKib = TOTAL_KIB;
  readonly #gates: Gates;

  constructor(gates: Gates) {
    this.#gates = gates;
  }

  get freeKib(): number {
    return Math.min(TOTAL_KIB, parseStorageSizeKib(this.#gates.get('free-storage')) ?? 0);
  }

  /** Whether the system takes no more messages. */
  get isLow(): boolean {
    return this.freeKib < LOW_KIB;
  }

  /** Whether an APK may be installed: the system keeps a reserve. */
  fits(bytes: number): boolean {
    return this.freeKib - bytes / 1024 >= LOW_KIB;
  }

  /** Calls `listener` when there is more, or less, of it. */
  onChanged(listener: () => void): void {
    this.#gates.onChanged('free-storage', listener);
  }
}
