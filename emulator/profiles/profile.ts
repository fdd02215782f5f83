/** A phone as data. Adding a phone is adding one file beside this one. */
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
  /** BCP 47, e.g. `en-US`. */
  readonly locale: string;
  readonly timeZone: string;
  /** Country the account app preselects, ISO 3166-1 alpha-2. */
  readonly defaultCountry: string;
  /** Which generation of the account app the phone ships. */
  readonly accountApp: 'current' | 'classic';
  /** System properties (getprop) beside those derived from the fields above. */
  readonly properties: Readonly<Record<string, string>>;
}
