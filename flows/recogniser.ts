import { byId, byText } from '../pageobjects/locators.ts';
import type { Page, PageClass } from '../pageobjects/page.ts';

interface Reference {
  readonly 'element-6066-11e4-a52e-4f735466cecf': string;
}

/**
 * Tells which of the known screens is showing. One find covers every screen that has an id of its
 * own; screens that are known by text only cost one find each, and only if the first one missed.
 */
export class Recogniser {
  readonly #driver: WebdriverIO.Browser;
  readonly #byId = new Map<string, Page>();
  readonly #byText: { readonly selector: string; readonly page: Page }[] = [];

  constructor(driver: WebdriverIO.Browser, pageClasses: readonly PageClass[]) {
    this.#driver = driver;
    for (const pageClass of pageClasses) {
      const page = new pageClass(driver);
      for (const id of page.signature.ids ?? []) this.#byId.set(id, page);
      const { texts } = page.signature;
      if (texts) this.#byText.push({ selector: byText(texts.anyOf, texts.packageName), page });
    }
  }

  /** The screen that is showing now, or `undefined` if it is none of the known ones. */
  async current(): Promise<Page | undefined> {
    let fallback: Page | undefined;
    for (const element of await this.#find(byId(...this.#byId.keys()))) {
      const id = await this.#attribute(element, 'resourceId');
      const page = this.#byId.get(id);
      if (!page || (isAndroids(id) && !(await this.#isOfApp(element, page)))) continue;
      if (!page.signature.generic) return page;
      fallback ??= page;
    }
    if (fallback) return fallback;
    for (const { selector, page } of this.#byText) {
      if ((await this.#find(selector)).length > 0) return page;
    }
    return undefined;
  }

  /** `findElements` rather than `findElement`: a miss is an answer here, not an error. */
  async #find(selector: string): Promise<string[]> {
    const found = (await this.#driver.findElements(
      '-android uiautomator',
      selector,
    )) as unknown as Reference[];
    return found.map((reference) => reference['element-6066-11e4-a52e-4f735466cecf']);
  }

  async #isOfApp(element: string, { signature }: Page): Promise<boolean> {
    const { packageName } = signature;
    return packageName === undefined || (await this.#attribute(element, 'package')) === packageName;
  }

  /** Empty when the element has gone since it was found: the screen is just changing. */
  async #attribute(element: string, name: 'resourceId' | 'package'): Promise<string> {
    try {
      return (await this.#driver.getElementAttribute(element, name)) ?? '';
    } catch (error) {
      if (error instanceof Error && error.name === 'stale element reference') return '';
      throw error;
    }
  }
}

/** An id of Android's own, such as `android:id/list`, says nothing about the app. */
function isAndroids(id: string): boolean {
  return id.startsWith('android:');
}
