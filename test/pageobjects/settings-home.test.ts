import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { SettingsHome } from '../../pageobjects/settings-home.ts';
import { FakeDriver, type FakeView } from '../flows/fake-screen.ts';

const LIST: FakeView = { id: 'com.android.settings:id/scroll_headers' };
const unused = () => assert.fail('nothing is to be done on the screen');

function settings(...views: FakeView[]): SettingsHome {
  const driver = new FakeDriver({
    views: () => [LIST, ...views],
    onKey: unused,
    onStartActivity: unused,
    onBack: unused,
  });
  return new SettingsHome(driver as unknown as WebdriverIO.Browser);
}

const title = (text: string): FakeView => ({ id: 'android:id/title', text });
const summary = (text: string): FakeView => ({ id: 'android:id/summary', text });
const value = (text: string): FakeView => ({ id: 'com.android.settings:id/text_right', text });

describe('the account row in Settings', () => {
  it('of a Global phone shows the account at its right end', async () => {
    const page = settings(title('Xiaomi Account'), value('6230000535'));
    assert.equal(await page.accountShown(), '6230000535');
  });

  it('of a Global phone has nothing there while nobody is signed in', async () => {
    assert.equal(await settings(title('Mi Account'), value('')).accountShown(), undefined);
  });

  it('of a phone for China shows the account as its title', async () => {
    const page = settings(title('Fang'), summary('Manage accounts, cloud services, and more'));
    assert.equal(await page.accountShown(), 'Fang');
  });

  it('of a phone for China asks to sign in while nobody is', async () => {
    const page = settings(
      title('Sign in to Xiaomi Account'),
      summary('All Xiaomi services. One Xiaomi Account.'),
    );
    assert.equal(await page.accountShown(), undefined);
  });

  it('may be missing', async () => {
    assert.equal(await settings(title('Battery')).accountShown(), undefined);
  });

  for (const text of ['Xiaomi Account', 'Mi Account', 'Sign in to Mi Account']) {
    it(`is tapped when it says “${text}”`, async () => {
      const tapped: string[] = [];
      const row = { ...title(text), onClick: () => void tapped.push(text) };
      await settings(title('Battery'), row).tapMiAccount();
      assert.deepEqual(tapped, [text]);
    });
  }
});
