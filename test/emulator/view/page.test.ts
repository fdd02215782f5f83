import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, describe, it } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from '../../browser.ts';
import { ViewedPhone } from './viewed-phone.ts';

const SETTINGS = 'com.android.settings/.MiuiSettings';
const SEARCH = 'com.android.settings/.Settings$SearchActivity';

describe("the phone's page", () => {
  let browser: Browser;
  let phone: ViewedPhone;
  let page: Page;

  before(async () => {
    browser = await launchBrowser();
  });
  after(() => browser.close());
  beforeEach(async () => {
    phone = new ViewedPhone();
    await phone.start();
    page = await browser.newPage({ viewport: { width: 900, height: 700 } });
    await page.goto(phone.url);
    await page.waitForFunction(() => {
      const picture = document.querySelector('img');
      return picture !== null && picture.naturalWidth > 0;
    });
  });
  afterEach(async () => {
    await page.close();
    await phone.stop();
  });

  /** Where on the page a pixel of the phone is. */
  const onPage = async (x: number, y: number) => {
    const { widthPx, heightPx } = phone.system.display;
    const box = await page.locator('#picture').boundingBox();
    assert.ok(box);
    return { x: box.x + (x / widthPx) * box.width, y: box.y + (y / heightPx) * box.height };
  };
  const centerOf = (text: string) => {
    const bounds = phone.byText(text)?.bounds;
    assert.ok(bounds, `${text} is not on the screen`);
    return onPage((bounds.left + bounds.right) / 2, (bounds.top + bounds.bottom) / 2);
  };
  const click = async (text: string) => {
    const { x, y } = await centerOf(text);
    await page.mouse.click(x, y);
  };
  const activity = () => phone.system.activities.resumed?.component.className.split('.').at(-1);

  it('is called as the phone is', async () => {
    assert.equal(await page.title(), 'Phone <1>');
  });

  it('opens by a click what is clicked', async () => {
    phone.open(SETTINGS);
    await click('Bluetooth');
    await phone.until(() => phone.byText('Search settings') === undefined, 'the page of Bluetooth');
    assert.ok(phone.byText('Bluetooth'));
  });

  it('hits what is clicked in a window of another size and on a turned screen', async () => {
    phone.open(SETTINGS);
    await page.setViewportSize({ width: 360, height: 640 });
    await page.getByRole('button', { name: 'Turn' }).click();
    await page.waitForFunction(() => {
      const picture = document.querySelector('img');
      return picture !== null && picture.width > picture.height;
    });
    await click('Bluetooth');
    await phone.until(() => phone.byText('Search settings') === undefined, 'the page of Bluetooth');
    assert.ok(phone.byText('Bluetooth'));
  });

  it('types into the field that has the focus', async () => {
    phone.open(SEARCH);
    await page.locator('#screen').focus();
    await page.keyboard.type('Blu x');
    await page.keyboard.press('Backspace');
    await page.keyboard.press('Backspace');
    await page.keyboard.type('e');
    await phone.until(() => phone.nodes().some(({ text }) => text === 'Blue'), 'Blue');
  });

  it('scrolls by a drag', async () => {
    phone.open(SETTINGS);
    const from = await onPage(360, 1300);
    const to = await onPage(360, 300);
    const isAtTop = () => phone.byText('Bluetooth') !== undefined;
    assert.ok(isAtTop());
    await page.mouse.move(from.x, from.y);
    await page.mouse.down();
    await page.mouse.move(to.x, to.y, { steps: 20 });
    await page.mouse.up();
    await phone.until(() => phone.byText('Battery') !== undefined, 'rows further down');
  });

  it('scrolls by a wheel, and taps nothing', async () => {
    phone.open(SETTINGS);
    const { x, y } = await onPage(360, 1300);
    await page.mouse.move(x, y);
    await page.mouse.wheel(0, 300);
    await phone.until(() => phone.byText('Battery') !== undefined, 'rows further down');
    assert.equal(activity(), 'MiuiSettings');
  });

  it('types what a key has on its third level', async () => {
    phone.open(SEARCH);
    await page.locator('#screen').dispatchEvent('keydown', {
      key: '@',
      ctrlKey: true,
      altKey: true,
      modifierAltGraph: true,
    });
    await phone.until(() => phone.nodes().some(({ text }) => text === '@'), '@');
  });

  it('leaves shortcuts to the browser', async () => {
    phone.open(SEARCH);
    const screen = page.locator('#screen');
    await screen.dispatchEvent('keydown', { key: 'x', ctrlKey: true });
    await screen.dispatchEvent('keydown', { key: 'y' });
    await phone.until(() => phone.nodes().some(({ text }) => text === 'y'), 'y alone');
  });

  it('says what the phone refuses', async () => {
    await page.locator('#screen').evaluate((screen) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/plain', 'x'.repeat(1001));
      screen.dispatchEvent(new ClipboardEvent('paste', { clipboardData }));
    });
    await page.getByText("'text': expected up to 1000 characters").waitFor();
  });

  it('says when the phone has stopped', async () => {
    await phone.stop();
    await page.getByText('The phone does not answer').waitFor();
  });

  it('has its buttons beside the screen of a phone on its side', async () => {
    await page.setViewportSize({ width: 640, height: 360 });
    const screen = await page.locator('#picture').boundingBox();
    assert.ok(screen && screen.height > 280, `${screen?.height} px high`);
  });

  it('goes back by Escape and home by its button', async () => {
    phone.open(SETTINGS);
    phone.open(SEARCH);
    await page.locator('#screen').focus();
    // The first closes the keyboard.
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await phone.until(() => activity() === 'MiuiSettings', 'Settings');
    await page.getByRole('button', { name: 'Home' }).click();
    await phone.until(() => activity() === 'Launcher', 'Home');
  });

  it('lets a keyboard leave the screen for the buttons', async () => {
    await page.locator('#screen').focus();
    await page.keyboard.press('Tab');
    assert.equal(await page.evaluate(() => document.activeElement?.textContent.trim()), 'Back');
  });

  it('fits a phone-sized window without scrolling', async () => {
    await page.setViewportSize({ width: 360, height: 640 });
    const overflow = await page.evaluate(() => {
      const { scrollWidth, clientWidth, scrollHeight, clientHeight } = document.documentElement;
      return [scrollWidth - clientWidth, scrollHeight - clientHeight];
    });
    assert.deepEqual(overflow, [0, 0]);
  });
});
