import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { errorOf, FakePhone } from './fake-phone.ts';

/** Tries every way to split the text into words before it finds that no digit follows. */
const EVERY_WAY = 'new UiSelector().textMatches("(([A-Za-z ]+)+)+\\d")';
/** Tries a billion pairs. */
const EVERY_PAIR = '//*[some $a in 1 to 30000, $b in 1 to 30000 satisfies $a + $b = 0]';

describe('UiAutomator2 server: searches that do not end', () => {
  let phone: FakePhone;

  beforeEach(async () => {
    phone = new FakePhone();
    phone.ui.show({ children: [{ text: 'Sign in with your phone number to use the cloud' }] });
    await phone.startSession();
  });
  afterEach(() => phone.stop());

  for (const [strategy, selector] of [
    ['-android uiautomator', EVERY_WAY],
    ['xpath', EVERY_PAIR],
  ] as const) {
    it(`are broken off: ${strategy}`, async () => {
      const answer = errorOf(await phone.post('/element', { strategy, selector, context: '' }));
      assert.equal(answer.error, 'unknown error');
      assert.match(answer.message, /^The search did not end within \d+ms/);
      assert.equal((await phone.send('GET', '/status')).status, 200);
    });
  }
});
