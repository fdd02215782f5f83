import { byId } from '../pageobjects/locators.ts';
import type { Look } from './looks.ts';
import type { Page, PageClass } from '../pageobjects/page.ts';

interface Reference {
  readonly 'element-6066-11e4-a52e-4f735466cecf': string;
}

const LAST = 2;

/** An element that was found has gone: what was read of the others may be of two screens. */
class ScreenChangedError extends Error {
  override readonly name = 'ScreenChangedError';
}

/**
 * Tells which of the known screens is showing. One find covers every screen that has an id of its
 * own; a screen that is known by something else costs one find more, and only where the first one
 * came to none that counts.
 */
export class Recogniser {
  readonly #driver: WebdriverIO.Browser;
  readonly #byId = new Map<string, Page>();
  /** Takes all of them. */
  readonly #idsSelector: string;
  readonly #bySelector: { readonly selector: string; readonly page: Page }[] = [];
  readonly #onLook: (look: Look) => void;

  /** @param onLook told what each look found; not of one while which the screen changed. */
  constructor(
    driver: WebdriverIO.Browser,
    pageClasses: readonly PageClass[],
    onLook: (look: Look) => void = () => undefined,
  ) {
    this.#driver = driver;
    this.#onLook = onLook;
    for (const pageClass of pageClasses) {
      const page = new pageClass(driver);
      for (const id of page.signature.ids ?? []) this.#byId.set(id, page);
      const { selector } = page.signature;
      if (selector) this.#bySelector.push({ selector, page });
    }
    this.#idsSelector = byId(...this.#byId.keys());
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
    let found = await this.#pagesById();
    let page = foremost(found);
    if (!isCertain(page)) {
      const bySelector = await this.#pageBySelector();
      if (bySelector !== undefined) {
        // The finds are moments apart: what the last one saw may be a screen that has an id.
        found = await this.#pagesById();
        page = foremost(found);
        if (!isCertain(page)) page = bySelector;
      }
    }
    this.#onLook({ ids: found.map(({ id }) => id), page });
    return page;
  }

  async #pageBySelector(): Promise<Page | undefined> {
    for (const { selector, page } of this.#bySelector) {
      if ((await this.#find(selector)).length > 0) return page;
    }
    return undefined;
  }

  /** In the order of their elements on the screen. */
  async #pagesById(): Promise<{ id: string; page: Page | undefined }[]> {
    const elements = await this.#find(this.#idsSelector);
    return Promise.all(
      elements.map(async (element) => {
        const id = await this.#attribute(element, 'resourceId');
        return { id, page: await this.#pageOf(element, id) };
      }),
    );
  }

  async #pageOf(element: string, id: string): Promise<Page | undefined> {
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

function foremost(found: readonly { page: Page | undefined }[]): Page | undefined {
  return found.flatMap(({ page }) => page ?? []).sort((a, b) => rank(a) - rank(b))[0];
}

/** Whether no other screen has the ids that it was recognised by. */
function isCertain(page: Page | undefined): page is Page {
  return page !== undefined && rank(page) < LAST;
}

function rank({ signature }: Page): number {
  return { first: 0, ordinary: 1, last: LAST }[signature.counts ?? 'ordinary'];
}

/** An id of Android's own, such as `android:id/list`, says nothing about the app. */
function isAndroids(id: string): boolean {
  return id.startsWith('android:');
}
