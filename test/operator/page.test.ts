// The operator page in headless Chromium.
import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, describe, it } from 'node:test';
import type { Browser, BrowserContextOptions } from 'playwright-core';
import { launchBrowser } from '../browser.ts';
import { PageUnderTest, plainPicture } from './page-under-test.ts';

const LOOK_AT_THE_PHONE = /Look at the phone/;

describe('operator page', () => {
  let browser: Browser;
  let shown: PageUnderTest;
  before(async () => (browser = await launchBrowser()));
  after(() => browser.close());
  const open = async (options?: BrowserContextOptions) => {
    shown = await PageUnderTest.open(browser, options);
  };
  afterEach(() => shown.close());
  const articleTitled = (text: string) =>
    shown.page.getByRole('article').filter({ hasText: text }).first();

  describe('of a run that asks nothing', () => {
    beforeEach(() => open());

    it('shows the phones of the run', async () => {
      const names = shown.page.locator('.phone h2');
      assert.deepEqual(await names.allTextContents(), ['Redmi 7A', 'Xiaomi 13']);
    });

    it('shows the step with its countdown and what is waited for', async () => {
      shown.startStep();
      await shown.page.getByText('waiting for the SMS code').waitFor();
      const clock = shown.page.locator('.phone .clock');
      assert.match((await clock.textContent()) ?? '', /^01:2\d of 05:00$/);
    });

    it('counts on by itself', async () => {
      shown.startStep();
      await shown.page.getByText('01:25 of 05:00').waitFor();
    });

    it('shows the live picture', async () => {
      shown.camera.send(await plainPicture('#3080ff', 'jpeg'));
      const image = shown.page.getByAltText('Live picture of Redmi 7A');
      await image.waitFor();
      assert.equal(
        await image.evaluate((element) => (element as { complete?: boolean }).complete),
        true,
      );
    });

    it('says why a phone has no live picture', async () => {
      await shown.page.getByText('Appium runs on another machine').waitFor();
    });

    it('says that the run has ended, how, and where its report is', async () => {
      await shown.server.end({
        outcome: 'failed',
        durationMs: 1000,
        error: 'SmsNotReceivedError: no SMS came',
        report: '/reports/html/index.html',
      });
      const ended = shown.page.locator('#ended');
      await ended.waitFor();
      assert.match(
        await ended.innerText(),
        /failed[^]*SmsNotReceivedError[^]*\/reports\/html\/index/,
      );
      assert.equal(await shown.page.title(), '✗ Failed – Mi account run');
    });

    it('says that the run cannot be reached, until it can be', async () => {
      await shown.page.route('**/events', (route) => route.abort());
      await shown.page.reload();
      await shown.page.getByText('cannot be reached').waitFor();
      await shown.page.unroute('**/events');
      await shown.page.locator('#connection[data-kind=ok]').waitFor();
    });

    it('says whether it can be heard, and can be heard after a click', async () => {
      const sound = shown.page.locator('#sound');
      assert.equal(await sound.getAttribute('aria-pressed'), 'false');
      await sound.click();
      await shown.page.getByRole('button', { name: 'Sound on', pressed: true }).waitFor();
    });
  });

  describe('of a run that asks', () => {
    beforeEach(async () => {
      await open();
      await shown.ask('q1');
      await shown.input.waitFor();
    });

    it('says so in its title and its icon', async () => {
      assert.equal(await shown.page.title(), '❗ Picture code – Redmi 7A');
      const icon = shown.page.locator('#favicon');
      assert.equal(await icon.getAttribute('href'), 'favicon-asked.svg');
    });

    it('shows the picture large', async () => {
      const picture = shown.page.getByAltText('Picture code of Redmi 7A');
      await shown.page.waitForFunction(`document.querySelector('img.code').width >= 400`);
      assert.ok(((await picture.boundingBox())?.width ?? 0) >= 400);
    });

    it('has the cursor where the answer goes, and Enter sends it', async () => {
      const answered = shown.answered();
      await shown.page.keyboard.type('k7xP');
      await shown.page.keyboard.press('Enter');
      await answered;
      assert.deepEqual(shown.answers, [{ id: 'q1', kind: 'text', text: 'k7xP' }]);
      await shown.message.getByText('Sent.').waitFor();
      assert.equal(await shown.page.title(), 'Mi account run');
    });

    it('sends nothing where nothing is typed', async () => {
      await shown.page.keyboard.press('Enter');
      await shown.page.keyboard.type('A');
      const answered = shown.answered();
      await shown.page.keyboard.press('Enter');
      await answered;
      assert.deepEqual(shown.answers, [{ id: 'q1', kind: 'text', text: 'A' }]);
    });

    it('is walked through with the keyboard alone', async () => {
      const walk = [await shown.focused()];
      for (let i = 0; i < 3; i += 1) {
        await shown.page.keyboard.press('Tab');
        walk.push(await shown.focused());
      }
      assert.deepEqual(walk, [
        'Text in the picture',
        'Send',
        'New picture Alt N',
        'I typed it on the phone Alt P',
      ]);
    });

    for (const [keys, kind] of [
      ['Alt+n', 'new-picture'],
      ['Alt+p', 'typed-on-phone'],
    ] as const) {
      it(`takes ${keys} for: ${kind}`, async () => {
        const answered = shown.answered();
        await shown.page.keyboard.press(keys);
        await answered;
        assert.deepEqual(shown.answers, [{ id: 'q1', kind }]);
      });
    }

    it('asks with the new picture after the old one', async () => {
      await shown.page.getByRole('button', { name: 'New picture' }).click();
      await shown.input.waitFor({ state: 'detached' });
      await shown.ask('q2', 0, { note: 'This is another picture.' });
      await shown.page.getByText('This is another picture.').waitFor();
      assert.equal(await shown.focused(), 'Text in the picture');
    });

    it('says no more of an answer once the phone asks again', async () => {
      await shown.page.keyboard.type('wrong\n');
      await shown.message.getByText('Sent.').waitFor();
      await shown.ask('q2');
      await shown.input.waitFor();
      assert.equal(await shown.message.textContent(), '');
    });

    it('keeps what is typed when something else changes', async () => {
      await shown.page.keyboard.type('half');
      shown.startStep();
      await shown.page.getByText('waiting for the SMS code').waitFor();
      assert.equal(await shown.input.inputValue(), 'half');
      assert.equal(await shown.focused(), 'Text in the picture');
    });

    it('says that it was answered elsewhere', async () => {
      shown.questions.answer('q1', { kind: 'text', text: 'other' }, 'terminal');
      await shown.message.getByText('was answered elsewhere').waitFor();
      assert.equal(await shown.input.count(), 0);
    });

    it('says that the phone has moved on', async () => {
      shown.questions.withdraw('q1', 'answered-on-phone');
      await shown.message.getByText('has moved on').waitFor();
    });

    it('says that an answer came too late', async () => {
      // The page has not heard of the end of the question yet.
      await shown.page.route('**/answer', async (route) => {
        shown.questions.removeAllListeners('withdrawn');
        shown.questions.withdraw('q1', 'answered-on-phone');
        await route.continue();
      });
      await shown.page.keyboard.type('late');
      await shown.page.keyboard.press('Enter');
      await shown.message.getByText('Too late').waitFor();
    });

    it('keeps the answer when it could not be sent', async () => {
      await shown.page.route('**/answer', (route) => route.abort());
      await shown.page.keyboard.type('kept');
      await shown.page.keyboard.press('Enter');
      await shown.message.getByText('Not sent').waitFor();
      assert.equal(await shown.input.inputValue(), 'kept');
    });

    it('does not let the browser keep or mend what is typed', async () => {
      for (const name of ['autocomplete', 'autocapitalize', 'autocorrect']) {
        assert.equal(await shown.input.getAttribute(name), 'off');
      }
      assert.equal(await shown.input.getAttribute('spellcheck'), 'false');
    });

    it('breaks none of its own rules', async () => {
      await shown.page.getByAltText('Picture code of Redmi 7A').waitFor();
      assert.deepEqual(shown.complaints, []);
    });
  });

  describe('of two phones that ask', () => {
    beforeEach(async () => {
      await open();
      await shown.ask('q1', 0);
      await shown.ask('q2', 1);
      await shown.page.getByText('1 of 2', { exact: true }).waitFor();
    });

    it('shows the one that asked first, then the other, ready to type', async () => {
      for (const text of ['first', 'second']) {
        const answered = shown.answered();
        await shown.page.keyboard.type(text);
        await shown.page.keyboard.press('Enter');
        await answered;
        await shown.message.getByText('Sent.').waitFor();
        if (text === 'first') await shown.page.getByAltText('Picture code of Xiaomi 13').waitFor();
      }
      assert.deepEqual(shown.answers, [
        { id: 'q1', kind: 'text', text: 'first' },
        { id: 'q2', kind: 'text', text: 'second' },
      ]);
    });

    it('keeps what is typed while the person looks at the other', async () => {
      await shown.page.keyboard.type('half');
      const next = shown.page.getByRole('button', { name: 'Next question' });
      await next.click();
      await shown.page.getByText('2 of 2', { exact: true }).waitFor();
      await next.click();
      await shown.page.getByText('1 of 2', { exact: true }).waitFor();
      assert.equal(await shown.input.inputValue(), 'half');
    });

    it('stays at the question at hand when the other is closed', async () => {
      await shown.page.keyboard.type('half');
      shown.questions.withdraw('q2', 'answered-on-phone');
      await shown.page.getByText('1 of 2', { exact: true }).waitFor({ state: 'hidden' });
      assert.equal(await shown.input.inputValue(), 'half');
    });
  });

  describe('of a page that forbids pictures', () => {
    it('says to look at the phone', async () => {
      await open();
      await shown.ask('q1', 0, { picture: undefined });
      await shown.page.getByText(LOOK_AT_THE_PHONE).first().waitFor();
      assert.equal(await shown.page.locator('img.code').count(), 0);
      assert.match(await articleTitled('emulator-5554').innerText(), /forbids pictures/);
    });
  });

  describe('in other windows', () => {
    it('needs no scrolling to the side, and none to answer, in one as small as a phone', async () => {
      await open({ viewport: { width: 360, height: 640 } });
      await shown.ask('q1', 0, { note: 'The text before was not the one in the picture.' });
      const typed = shown.page.getByRole('button', { name: 'I typed it on the phone' });
      await typed.waitFor();
      await shown.page.waitForFunction(`document.querySelector('img.code').complete`);
      const width = await shown.page.evaluate('document.documentElement.scrollWidth');
      const { y = 0, height = 0 } = (await typed.boundingBox()) ?? {};
      assert.equal(width, 360);
      assert.ok(y + height <= 640, `the last button ends at ${y + height}`);
    });

    it('is dark where the person likes it dark', async () => {
      await open({ colorScheme: 'dark' });
      const [ground, text] = await shown.page.evaluate<[string, string]>(
        `[document.documentElement, document.body].map((e, i) => getComputedStyle(e)[i ? 'color' : 'backgroundColor'])`,
      );
      const brightness = (color: string) =>
        (color.match(/\d+/g) ?? []).slice(0, 3).reduce((sum, part) => sum + Number(part), 0);
      assert.ok(brightness(ground) < 150 && brightness(text) > 600, `${text} on ${ground}`);
    });

    it('says what to do without JavaScript', async () => {
      await open({ javaScriptEnabled: false });
      await shown.page.getByText('This page needs JavaScript').waitFor();
    });
  });
});
