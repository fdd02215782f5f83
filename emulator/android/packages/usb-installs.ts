import type { ActivityManager } from '../activity-manager.ts';
import type { ComponentName } from '../activity.ts';
import type { Gates } from '../gates/gates.ts';

/** The Security app's dialog; the app itself is in emulator/apps/security-center. */
export const ADB_INSTALL_ACTIVITY: ComponentName = {
  packageName: 'com.miui.securitycenter',
  className: 'com.miui.permcenter.install.AdbInstallActivity',
};

/** An installation over USB that a person is asked about. */
export interface UsbInstallRequest {
  readonly packageName: string;
  /** Once; later answers count for nothing. */
  answer(isAllowed: boolean): void;
}

/** Xiaomi's "Install via USB": every installation by the shell passes here. */
export class UsbInstalls {
  readonly #gates: Gates;
  readonly #activities: ActivityManager;
  #asking: Promise<unknown> = Promise.resolve();
  #request: UsbInstallRequest | undefined;

  constructor(gates: Gates, activities: ActivityManager) {
    this.#gates = gates;
    this.#activities = activities;
  }

  /** What the dialog that shows asks about. */
  get request(): UsbInstallRequest | undefined {
    return this.#request;
  }

  /** Whether the package may be installed; resolves when the person, or their patience, decided. */
  permit(packageName: string): Promise<boolean> {
    return this.#inTurn(() => {
      const gate = this.#gates.get('usb-install');
      return gate === 'ask' ? this.#ask(packageName) : gate === 'allow';
    });
  }

  /** Asks the person, however the gate stands; resolves with what they, or their patience, decided. */
  ask(packageName: string): Promise<boolean> {
    return this.#inTurn(() => this.#ask(packageName));
  }

  /** One dialog after the other, each looking at the gate anew. */
  #inTurn(decide: () => boolean | Promise<boolean>): Promise<boolean> {
    const verdict = this.#asking.then(decide);
    this.#asking = verdict;
    return verdict;
  }

  async #ask(packageName: string): Promise<boolean> {
    const isAllowed = await new Promise<boolean>((answer) => {
      this.#request = { packageName, answer };
      this.#activities.start({ component: ADB_INSTALL_ACTIVITY });
    });
    this.#request = undefined;
    return isAllowed;
  }
}
