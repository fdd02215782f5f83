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

  it('of MIUI 10 may show the account below its title', async () => {
    assert.equal(
      await settings(title('小米帐号'), summary('6230000535')).accountShown(),
      '6230000535',
    );
  });

  it('of a phone for China shows the account as its title in Chinese, too', async () => {
    const page = settings(title('小方'), summary('管理账号、云服务等'));
    assert.equal(await page.accountShown(), '小方');
  });

  for (const text of ['管理帳號、雲端服務等', 'Управление аккаунтами, облачными сервисами и др.']) {
    it(`of a phone for China shows the account as its title over “${text}”`, async () => {
      assert.equal(await settings(title('Fang'), summary(text)).accountShown(), 'Fang');
    });
  }

  it('of a phone for China shows no account in a summary that is none', async () => {
    const page = settings(title('登录小米账号'), summary('享受更多小米服务'));
    assert.equal(await page.accountShown(), undefined);
  });

  const titles = ['Xiaomi Account', 'Mi Account', 'Sign in to Mi Account'];
  for (const text of [...titles, '小米帐号', '登录小米账号', '小米帳號', 'Аккаунт Xiaomi']) {
    it(`is tapped when it says “${text}”`, async () => {
      const tapped: string[] = [];
      const row = { ...title(text), onClick: () => void tapped.push(text) };
      await settings(title('Battery'), row).tapMiAccount();
      assert.deepEqual(tapped, [text]);
    });
  }
});
