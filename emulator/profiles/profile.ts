/** How the account is called: up to MIUI 13 Mi Account, since then Xiaomi Account. */
export type Spelling = 'mi' | 'xiaomi';

/** Which generation of the account app a phone ships. */
export type Generation = 'current' | 'classic';

/** Whose look the system has. */
export type Look = 'miui-10' | 'miui-13' | 'hyperos';

/** Where Settings shows the account: as its first row, or as a row further down. */
export type AccountRow = 'first' | 'further-down';

/** A phone as data. Adding a phone is adding one file beside this one, and its name to the list. */
export interface Profile {
  /** Name on the command line, e.g. `redmi-note-13-pro-5g`. */
  readonly id: string;
  /** Marketing name, e.g. `Redmi Note 13 Pro 5G`. */
  readonly name: string;
  readonly display: {
    readonly widthPx: number;
    readonly heightPx: number;
    readonly densityDpi: number;
  };
  readonly androidVersion: string;
  readonly sdk: number;
  readonly region: 'global' | 'cn';
  /** Locales it can be set to, BCP 47; it is sold with the first. */
  readonly locales: readonly [string, ...string[]];
  readonly timeZone: string;
  /** Country the account app preselects, ISO 3166-1 alpha-2. */
  readonly defaultCountry: string;
  readonly generation: Generation;
  readonly look: Look;
  readonly spelling: Spelling;
  readonly accountRow: AccountRow;
  /** Package of the app that shows and stores messages. */
  readonly smsApp: 'com.android.mms' | 'com.google.android.apps.messaging';
  /** System properties (getprop) beside those derived from the fields above. */
  readonly properties: Readonly<Record<string, string>>;
}
