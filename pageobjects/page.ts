import { android } from './locators.ts';

/** How a screen is recognised, by one cheap find: an id that only this screen has, or something else. */
export interface Signature {
  /** Full resource ids, one for each generation of the app. */
  readonly ids?: readonly string[];
  /** The app, where an id is one of Android's own, which other apps use too. */
  readonly packageName?: string;
  /**
   * `first`: the screen may stand inside another one, and is then what has to be dealt with. `last`:
   * other screens may have the ids too; this one counts only if no other is recognised.
   */
  readonly counts?: 'first' | 'last';
  /** For a screen without known ids: a UiSelector that takes something which only this screen has. */
  readonly selector?: string;
}

/** An element as WebDriver names it, and where it is, in pixels of the screen. */
export interface Found {
  readonly elementId: string;
  readonly rect: {
    readonly x: number;
    readonly y: number;
    readonly width: number;
    readonly height: number;
  };
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

  /**
   * For a control that no single selector takes in all generations of the app.
   * @returns the first of the UiSelectors whose element is there; the last one when none is, so that
   *   using it says what was missing.
   */
  protected async firstOf(...selectors: readonly [string, ...string[]]) {
    for (const selector of selectors.slice(0, -1)) {
      const element = this.driver.$(android(selector));
      if (await element.isExisting()) return element;
    }
    // Only now: WebdriverIO looks for an element as soon as it is named, and one that is scrolled to
    // would move the list though another one is there.
    return this.driver.$(android(selectors.at(-1) ?? selectors[0]));
  }

  /** Where an element is, in pixels of the screen. */
  protected async placeOf(element: ChainablePromiseElement) {
    const { x, y, width, height } = await this.driver.getElementRect(await this.idOf(element));
    return { left: x, top: y, width, height };
  }

  /**
   * WebDriver's id of an element, for commands of the protocol.
   * @throws Error of WebdriverIO's when it does not come.
   */
  protected async idOf(element: ChainablePromiseElement): Promise<string> {
    const { elementId, selector } = await element.getElement();
    // One that was not there has none; only WebdriverIO's own commands wait for it.
    if ((elementId as string | undefined) !== undefined) return elementId;
    await element.getTagName();
    return this.idOf(this.driver.$(selector));
  }

  /** Every element that a UiSelector takes, in the screen's order, with its place. */
  protected async allOf(selector: string): Promise<Found[]> {
    const found = (await this.driver.findElements('-android uiautomator', selector)) as unknown as {
      'element-6066-11e4-a52e-4f735466cecf': string;
    }[];
    return Promise.all(
      found.map(async ({ 'element-6066-11e4-a52e-4f735466cecf': elementId }) => ({
        elementId,
        rect: await this.driver.getElementRect(elementId),
      })),
    );
  }
}

export type PageClass<P extends Page = Page> = new (driver: WebdriverIO.Browser) => P;
