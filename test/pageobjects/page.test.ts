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
