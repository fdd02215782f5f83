import type { AdminAddress } from '../../config/targets/emulated.ts';
import { AdminClient } from './admin-client.ts';

/** What a dialog of the system's or of another app is about: emulator/admin/README.md. */
export type DialogKind =
  'permission' | 'anr' | 'system-update' | 'app-update' | 'usb-install' | 'unknown';

/** What comes between an emulated phone and whoever uses it: emulator/admin/README.md. */
export class Interruptions {
  readonly #client: AdminClient;

  constructor(address: AdminAddress) {
    this.#client = new AdminClient(address);
  }

  /** Somebody calls, and the call takes the whole screen. */
  call(): Promise<void> {
    return this.#client.send('POST', '/calls', { from: '+12015550100', as: 'full-screen' });
  }

  /** A dialog comes up over whatever is there. */
  dialog(kind: DialogKind): Promise<void> {
    return this.#client.send('POST', '/dialogs', { kind });
  }

  /** The battery is charged, and then has so little left that the phone says so. */
  async lowBattery(): Promise<void> {
    await this.#client.send('PUT', '/battery', { level: 80, charging: true });
    await this.#client.send('PUT', '/battery', { level: 15, charging: false });
  }

  /** A finger pulls the notification shade down. */
  openShade(): Promise<void> {
    return this.#client.send('PUT', '/shade', { open: true });
  }

  /** The phone is laid on its side, or put upright again. */
  async turn(degrees: 0 | 90): Promise<void> {
    await this.#client.send('PUT', '/rotation', { degrees, autoRotate: true });
  }

  /** Presses a key, by its name in `input keyevent`. */
  pressKey(name: 'HOME' | 'POWER'): Promise<void> {
    return this.#client.send('POST', '/key', { name });
  }

  /** The system ends an app's process. */
  endApp(packageName: string): Promise<void> {
    return this.#client.send('POST', '/processes/kill', { package: packageName });
  }

  airplaneMode(on: boolean): Promise<void> {
    return this.#client.send('PUT', '/airplane', { on });
  }

  /** @param locale BCP 47, e.g. `ru-RU`. */
  chooseLanguage(locale: string): Promise<void> {
    return this.#client.send('PUT', '/language', { locale });
  }
}
