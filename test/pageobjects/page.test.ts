import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Page } from '../../pageobjects/page.ts';

/** A page whose driver notes the elements that it is asked for, as WebdriverIO looks for each at once. */
class PageUnderTest extends Page {
  override readonly screen = 'screen under test';
  override readonly signature = {};
  readonly lookedFor: string[];

  constructor(there: readonly string[]) {
    const lookedFor: string[] = [];
    const $ = (selector: string) => {
      lookedFor.push(selector);
      return { selector, isExisting: () => Promise.resolve(there.includes(selector)) };
    };
    super({ $ } as unknown as WebdriverIO.Browser);
    this.lookedFor = lookedFor;
  }

  async first(...selectors: readonly [string, ...string[]]): Promise<unknown> {
    return (await this.firstOf(...selectors)).selector;
  }
}

describe('the first of several selectors whose element is there', () => {
  it('is taken without looking for the others, which may have to scroll', async () => {
    const page = new PageUnderTest(['android=a']);
    assert.equal(await page.first('a', 'b'), 'android=a');
    assert.deepEqual(page.lookedFor, ['android=a']);
  });

  it('is the last one when none is there', async () => {
    const page = new PageUnderTest([]);
    assert.equal(await page.first('a', 'b', 'c'), 'android=c');
  });
});

describe('WebDriver’s id of an element', () => {
  /** @param ids what the element has for one, look by look. */
  const pageWith = (ids: (string | undefined)[], getTagName: () => Promise<string>) => {
    class PageWithIds extends PageUnderTest {
      id(selector: string): Promise<string> {
        return this.idOf(this.driver.$(selector));
      }
    }
    const page = new PageWithIds([]);
    const $ = (selector: string) => ({
      getElement: () => Promise.resolve({ selector, elementId: ids.shift(), getTagName }),
      getTagName,
    });
    Object.assign(page.driver, { $ });
    return page;
  };

  it('is that of the element that WebdriverIO has waited for', async () => {
    const page = pageWith([undefined, '7'], () => Promise.resolve('android.view.View'));
    assert.equal(await page.id('a'), '7');
  });

  it('is an error that names the element where it does not come', async () => {
    const missing = new Error('Can’t call getTagName on "a" because element wasn’t found');
    const page = pageWith([undefined], () => Promise.reject(missing));
    await assert.rejects(page.id('a'), missing);
  });
});
