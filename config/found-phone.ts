/** How adb reaches a phone. */
export type PhoneConnection = 'usb' | 'tcp' | 'emulator';

/** Android's API level from which on the UiAutomator2 server installs (its `minSdkVersion`). */
export const MIN_SDK = 26;

/** What a phone says of itself. A text that it does not tell is empty. */
export interface PhoneFacts {
  /** Sold as and model, e.g. `Redmi Note 13 Pro 5G (2312DRA50G)`. */
  readonly model: string;
  /** The names in it, each by itself. */
  readonly modelNames: readonly string[];
  /** Xiaomi's and Android's version, for people. */
  readonly system: string;
  /** `android`: neither MIUI nor HyperOS, so that its Settings know no Mi account. */
  readonly family: 'miui' | 'hyperos' | 'android';
  /** Of MIUI or HyperOS, as exactly as it is told, e.g. `13.0.5.0` or `3.0`. */
  readonly version: string;
  /** E.g. `16`. */
  readonly android: string;
  /** Android's API level; 0 when it is not told. */
  readonly sdk: number;
  /** For which the system was built, in small letters: `global`, `cn`, `eea` … */
  readonly region: string;
  /** BCP 47. */
  readonly language: string;
  /** By slot, from SIM 1 on; none when it does not tell. */
  readonly sims: readonly SimState[];
  readonly battery: BatteryState | undefined;
  /** Whether a Mi account is signed in; `undefined`: it does not tell. */
  readonly signedIn: boolean | undefined;
}

export interface SimState {
  /** From 1. */
  readonly slot: number;
  /** As Android names it: `READY`, `LOADED`, `ABSENT`, `PIN_REQUIRED` … */
  readonly state: string;
}

export interface BatteryState {
  readonly percent: number;
  /** At a charger of any kind. */
  readonly powered: boolean;
}

/** A phone that adb lists, with what it said when it was asked. */
export interface FoundPhone {
  readonly serial: string;
  /** As adb has it: `device` when it can be used; else `unauthorized`, `offline`, `no permissions …` */
  readonly state: string;
  readonly connection: PhoneConnection;
  /** Absent when it cannot be asked, or did not answer. */
  readonly facts?: PhoneFacts | undefined;
}

/** A phone that answered. */
export interface ReadyPhone extends FoundPhone {
  readonly facts: PhoneFacts;
}
