import { createHash } from 'node:crypto';
import type { ActivityManager } from './activity-manager.ts';
import type { ComponentName } from './activity.ts';
import type { Gates } from './gates/gates.ts';

/** System UI's dialog; it is in emulator/apps/system-ui. */
export const USB_DEBUGGING_ACTIVITY: ComponentName = {
  packageName: 'com.android.systemui',
  className: 'com.android.systemui.usb.UsbDebuggingActivity',
};

export type AdbKeyAnswer = 'once' | 'always' | 'never';

/** A computer that asks to be let in. */
interface AdbKeyRequest {
  /** As the dialog shows it: MD5, e.g. `0A:1B:…`. */
  readonly fingerprint: string;
  /** Once; later answers count for nothing. */
  answer(answer: AdbKeyAnswer): void;
}

/** The computers that may use adb (AOSP AdbDebuggingManager). */
export class AdbKeys {
  readonly #gates: Gates;
  readonly #activities: ActivityManager;
  #request: AdbKeyRequest | undefined;

  constructor(gates: Gates, activities: ActivityManager) {
    this.#gates = gates;
    this.#activities = activities;
  }

  /** What the dialog that shows asks about. */
  get request(): AdbKeyRequest | undefined {
    return this.#request;
  }

  /**
   * Asks the person about a computer's public key; a later question takes the place of one that is
   * open. "Always" opens the gate `adb-auth`.
   * @param publicKey as adb sends it: the key in base64, a space, `user@host`.
   * @returns whether the computer may come in.
   */
  async ask(publicKey: string): Promise<boolean> {
    this.#request?.answer('never');
    const answer = await new Promise<AdbKeyAnswer>((resolve) => {
      this.#request = { fingerprint: fingerprintOf(publicKey), answer: resolve };
      this.#activities.start({ component: USB_DEBUGGING_ACTIVITY });
    });
    if (answer === 'always') this.#gates.set('adb-auth', 'authorized');
    return answer !== 'never';
  }
}

/** As AdbDebuggingManager.getFingerprints makes it. */
function fingerprintOf(publicKey: string): string {
  const [key = ''] = publicKey.split(' ');
  const digest = createHash('md5').update(Buffer.from(key, 'base64')).digest('hex');
  return (digest.toUpperCase().match(/../g) ?? []).join(':');
}
