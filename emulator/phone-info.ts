import type { Profile } from './profiles/profile.ts';

/** Where an account service listens, and the token for the addresses under `admin`. */
export interface ServiceAddress {
  readonly url: string;
  readonly admin: string;
  readonly adminToken: string;
}

/** What others need to know of a running phone. */
export interface PhoneInfo {
  /** As `adb devices` lists it. */
  readonly serial: string;
  readonly adbPort: number;
  readonly consolePort: number;
  /** `ro.product.model` */
  readonly model: string;
  /** See {@link systemVersion}. */
  readonly system: string;
  /** E.164 */
  readonly number: string;
  /** Of the second SIM card, if there is one. */
  readonly secondNumber?: string;
  readonly service: ServiceAddress;
  /** Where the phone's gates are changed while it runs; emulator/admin/README.md. */
  readonly admin: { readonly url: string; readonly token: string };
  /** The page that shows it and takes taps and typing, if it was started with one. */
  readonly view?: { readonly url: string };
}

/** e.g. `HyperOS 3.0.5.0.WNRMIXM (Android 16)`, `MIUI 13.0.9.0.SCUMIXM (Android 12)` */
export function systemVersion({ properties, androidVersion }: Profile): string {
  const hyperOs = properties['ro.mi.os.version.incremental']?.replace(/^OS/, '');
  const name = hyperOs
    ? `HyperOS ${hyperOs}`
    : `MIUI ${properties['ro.build.version.incremental']?.replace(/^V/, '') ?? ''}`;
  return `${name} (Android ${androidVersion})`;
}
