import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { SyncPage } from '../../pageobjects/sync-page.ts';

interface Shown {
  readonly selector: RegExp;
  readonly y: number;
  readonly height: number;
  readonly checked?: boolean;
}

const TITLE = /textMatches\(/;
const SWITCH = /checkable\(true\)/;

class PageUnderTest extends SyncPage {
  override readonly screen = 'screen under test';
  override readonly signature = {};
  protected override readonly syncRow = { titles: ['Sync'], packageName: 'com.example' };
}

/** A page of a screen that shows just that. */
function pageOf(...shown: readonly Shown[]): PageUnderTest {
  const of = (id: string): Shown => {
    const there = shown[Number(id)];
    assert.ok(there);
    return there;
  };
  return new PageUnderTest({
    findElements: async (_using: string, value: string) =>
      shown.flatMap(({ selector }, index) =>
        selector.test(value) ? [{ 'element-6066-11e4-a52e-4f735466cecf': String(index) }] : [],
      ),
    getElementRect: async (id: string) => ({
      x: 0,
      width: 100,
      y: of(id).y,
      height: of(id).height,
    }),
    getElementAttribute: async (id: string) => String(of(id).checked),
  } as unknown as WebdriverIO.Browser);
}

describe('the switch of a row', () => {
  it('is the one beside the title', async () => {
    const page = pageOf(
      { selector: SWITCH, y: 90, height: 60, checked: false },
      { selector: TITLE, y: 200, height: 40 },
      { selector: SWITCH, y: 190, height: 60, checked: true },
    );
    assert.equal(await page.syncIsOn(), true);
  });

  it('is in the middle of a row whose summary has two lines, below the title', async () => {
    const page = pageOf(
      { selector: SWITCH, y: 90, height: 60, checked: false },
      { selector: TITLE, y: 180, height: 40 },
      { selector: SWITCH, y: 220, height: 60, checked: true },
      { selector: SWITCH, y: 330, height: 60, checked: false },
    );
    assert.equal(await page.syncIsOn(), true);
  });

  it('is beside the row with the title, not below a heading that reads like it', async () => {
    const page = pageOf(
      { selector: TITLE, y: 0, height: 40 },
      { selector: SWITCH, y: 90, height: 60, checked: false },
      { selector: TITLE, y: 200, height: 40 },
      { selector: SWITCH, y: 190, height: 60, checked: true },
    );
    assert.equal(await page.syncIsOn(), true);
  });

  it('is not there where the next switch belongs to a row far below', async () => {
    const page = pageOf(
      { selector: TITLE, y: 100, height: 40 },
      { selector: SWITCH, y: 300, height: 60, checked: true },
    );
    assert.equal(await page.syncIsOn(), undefined);
  });
});
