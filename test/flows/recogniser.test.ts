import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Recogniser } from '../../flows/recogniser.ts';
import { AccountHome } from '../../pageobjects/account-home.ts';
import { CloudLegalPage } from '../../pageobjects/cloud-legal-page.ts';
import { CloudSyncPage } from '../../pageobjects/cloud-sync-page.ts';
import { MessageDialog } from '../../pageobjects/components/message-dialog.ts';
import type { PageClass } from '../../pageobjects/page.ts';
import { PhoneNumberPage } from '../../pageobjects/phone-number-page.ts';
import { PictureCodePage } from '../../pageobjects/picture-code-page.ts';
import { SettingsHome } from '../../pageobjects/settings-home.ts';
import { FakeDriver, type FakeView } from './fake-screen.ts';

const PAGES = [SettingsHome, AccountHome, MessageDialog, PhoneNumberPage, PictureCodePage];

const unused = () => assert.fail('nothing is to be done on the screen');

function driverOf(...views: FakeView[]): FakeDriver {
  return new FakeDriver({
    views: () => views,
    onKey: unused,
    onStartActivity: unused,
    onBack: unused,
  });
}

function screenOf(...views: FakeView[]): Promise<string | undefined> {
  return screenSeenBy(driverOf(...views));
}

async function screenSeenBy(
  driver: FakeDriver,
  pages: readonly PageClass[] = PAGES,
): Promise<string | undefined> {
  const recogniser = new Recogniser(driver as unknown as WebdriverIO.Browser, pages);
  return (await recogniser.current())?.screen;
}

test('an id of Android counts in the app that the page belongs to', async () => {
  const list = { id: 'android:id/list', packageName: 'com.android.settings' };
  assert.equal(await screenOf(list), 'Settings');
});

test('an id of Android does not make Settings of another app', async () => {
  assert.equal(
    await screenOf({ id: 'android:id/list', packageName: 'com.xiaomi.account' }),
    undefined,
  );
});

test("an app's own id decides, whatever list it stands in", async () => {
  const list = { id: 'android:id/list', packageName: 'com.xiaomi.account' };
  assert.equal(await screenOf(list, { id: 'com.xiaomi.account:id/logout_btn' }), 'account home');
});

test('a page with an id of its own goes before a dialog that any app may show', async () => {
  const button = { id: 'android:id/button1' };
  assert.equal(await screenOf(button, { id: 'com.xiaomi.account:id/logout_btn' }), 'account home');
});

test('what stands inside another page is dealt with before it', async () => {
  const number = { id: 'com.xiaomi.account:id/input_phone_num' };
  const picture = { id: 'com.xiaomi.account:id/et_captcha_image' };
  assert.equal(await screenOf(number, picture), 'picture code');
  assert.equal(await screenOf(number), 'phone number');
});

test('a dialog whose picture goes while it is looked at is not taken for one without', async () => {
  const picture = { id: 'com.xiaomi.account:id/captcha_image' };
  const button = { id: 'com.xiaomi.account:id/positive' };
  const driver = driverOf(picture, button);
  const read = driver.getElementAttribute.bind(driver);
  const stale = Object.assign(new Error('gone'), { name: 'stale element reference' });
  driver.getElementAttribute = async (element, name) => {
    const value = await read(element, name);
    if (value === picture.id) throw stale;
    return value;
  };
  assert.equal(await screenSeenBy(driver), undefined);
});

test('a screen that comes between two finds is not taken for one that is known by a text of it', async () => {
  const packageName = 'com.miui.cloudservice';
  const policy = { id: `${packageName}:id/privacy_policy`, text: 'Privacy Policy', packageName };
  const syncPage = [{ id: `${packageName}:id/provision_sw`, packageName }, policy];
  let finds = 0;
  const driver = driverOf(...syncPage);
  const find = driver.findElements.bind(driver);
  driver.findElements = async (...args: Parameters<typeof find>) => {
    finds += 1;
    return finds === 1 ? [] : find(...args);
  };
  const seen = await screenSeenBy(driver, [CloudLegalPage, CloudSyncPage]);
  assert.equal(seen, 'Xiaomi Cloud sync');
});
