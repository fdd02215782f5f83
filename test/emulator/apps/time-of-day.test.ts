import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import type { AccessibilityNode } from '../../../emulator/android/accessibility.ts';
import { PhoneUnderTest } from './phone-under-test.ts';

const DAY_MS = 24 * 3_600_000;
const FIVE_MINUTES_MS = 5 * 60_000;

describe('five past midnight', () => {
  let phone: PhoneUnderTest;

  beforeEach(async () => {
    phone = new PhoneUnderTest();
    await phone.start();
    const { timeZone } = phone.system.profile;
    const local = new Date(phone.clock.now()).toLocaleString('sv-SE', { timeZone });
    const sinceMidnightMs = Date.parse(`${local.replace(' ', 'T')}Z`) % DAY_MS;
    phone.clock.advance(DAY_MS - sinceMidnightMs + FIVE_MINUTES_MS);
  });
  afterEach(() => phone.stop());

  it('is 00:05 at home', () => {
    assert.ok(phone.texts().includes('00:05'), phone.texts().join());
  });

  it('is 00:05 in the list of messages', () => {
    phone.system.telephony.receiveSms({ from: 'a', body: 'b' });
    phone.system.activities.start({
      action: 'android.intent.action.MAIN',
      categories: ['android.intent.category.APP_MESSAGING'],
    });
    assert.ok(phone.texts().includes('00:05'), phone.texts().join());
  });

  it('is 00:05 in the status bar', () => {
    const bar = phone.system.windows.automation
      .windows()
      .find(({ title }) => title === 'StatusBar');
    assert.ok(bar);
    const texts = [...walk(bar.root)].map(({ text }) => text);
    assert.ok(texts.includes('00:05'), texts.join());
  });
});

function* walk(node: AccessibilityNode): Generator<AccessibilityNode> {
  yield node;
  for (const child of node.children) yield* walk(child);
}
