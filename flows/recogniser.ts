import { byId, byText } from '../pageobjects/locators.ts';
import type { Page, PageClass } from '../pageobjects/page.ts';

interface Reference {
  readonly 'element-6066-11e4-a52e-4f735466cecf': string;
}

/** An element that was found has gone: what was read of the others may be of two screens. */
class ScreenChangedError extends Error {
  override readonly name = 'ScreenChangedError';
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

  /**
   * The screen that is showing now, or `undefined` if it is none of the known ones, or is changing
   * while it is looked at.
   */
  async current(): Promise<Page | undefined> {
    try {
      return await this.#current();
    } catch (error) {
      if (error instanceof ScreenChangedError) return undefined;
      throw error;
    }
  }

  async #current(): Promise<Page | undefined> {
    const [page] = (await this.#pagesById()).sort((a, b) => rank(a) - rank(b));
    if (page) return page;
    for (const { selector, page: candidate } of this.#byText) {
      if ((await this.#find(selector)).length > 0) return candidate;
    }
    return undefined;
  }

  /** In the order of their elements on the screen. */
  async #pagesById(): Promise<Page[]> {
    const elements = await this.#find(byId(...this.#byId.keys()));
    const pages = await Promise.all(elements.map((element) => this.#pageOf(element)));
    return pages.filter((page) => page !== undefined);
  }

  async #pageOf(element: string): Promise<Page | undefined> {
    const id = await this.#attribute(element, 'resourceId');
    const page = this.#byId.get(id);
    if (page && isAndroids(id) && !(await this.#isOfApp(element, page))) return undefined;
    return page;
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

  /** @throws ScreenChangedError when the element has gone since it was found. */
  async #attribute(element: string, name: 'resourceId' | 'package'): Promise<string> {
    try {
      return (await this.#driver.getElementAttribute(element, name)) ?? '';
    } catch (error) {
      if (error instanceof Error && error.name === 'stale element reference') {
        throw new ScreenChangedError(`${name} of an element that has gone`, { cause: error });
      }
      throw error;
    }
  }
}

function rank({ signature }: Page): number {
  return { first: 0, last: 2, ordinary: 1 }[signature.counts ?? 'ordinary'];
}

/** An id of Android's own, such as `android:id/list`, says nothing about the app. */
function isAndroids(id: string): boolean {
  return id.startsWith('android:');
}
