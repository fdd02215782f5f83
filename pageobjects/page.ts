/** How a screen is recognised, by one cheap find: an id that only this screen has, or a text. */
export interface Signature {
  /** Full resource ids, one for each generation of the app. */
  readonly ids?: readonly string[];
  /** The app, where an id is one of Android's own, which other apps use too. */
  readonly packageName?: string;
  /** Other screens may have the ids too; such a screen counts only if no other one is recognised. */
  readonly generic?: boolean;
  /** For a screen without known ids: texts that only this screen of the package shows. */
  readonly texts?: { readonly packageName: string; readonly anyOf: readonly string[] };
}

/** A screen of Settings → Mi Account. Page objects locate and act; they neither wait nor decide. */
export abstract class Page {
  readonly driver: WebdriverIO.Browser;
  /** The screen's name as errors and the console show it. */
  abstract readonly screen: string;
  abstract readonly signature: Signature;

  constructor(driver: WebdriverIO.Browser) {
    this.driver = driver;
  }
}

export type PageClass<P extends Page = Page> = new (driver: WebdriverIO.Browser) => P;
