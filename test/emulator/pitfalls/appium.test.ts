import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { StockAdb } from '../adbd/stock-adb.ts';
import { AppiumUnderTest } from './appium-under-test.ts';
import { isBlack } from './black.ts';
import { StartedPhone } from './started-phone.ts';

const SERVER = 'io.appium.uiautomator2.server';

/** Rows of the table of pitfalls in emulator/README.md that stock Appium shows, on one phone. */
let adb: StockAdb;
let phone: StartedPhone;
let appium: AppiumUnderTest;
before(async () => {
  adb = await StockAdb.start();
  [phone, appium] = await Promise.all([
    StartedPhone.start(adb, '--adb-input', 'off', '--picture-code', 'never'),
    AppiumUnderTest.start(adb),
  ]);
});
after(async () => {
  await appium.stop();
  await phone.stop();
  await adb.stop();
});

/** A view of the account app. */
function account(id: string): string {
  return `id=com.xiaomi.account:id/${id}`;
}

/** Says that the whole session has ended too, which some commands do. */
async function end(session: WebdriverIO.Browser): Promise<void> {
  await session.deleteSession().catch((error: unknown) => {
    assert.match(String(error), /terminated or not started/);
  });
}

test('with the security switch off a session start fails for WRITE_SECURE_SETTINGS', async () => {
  await assert.rejects(
    appium.session(phone),
    /SecurityException: Permission denial, must have one of: \[android\.permission\.WRITE_SECURE_SETTINGS\]/,
  );
});

describe('in a session', () => {
  let session: WebdriverIO.Browser;
  before(async () => {
    session = await appium.session(phone, { 'appium:ignoreHiddenApiPolicyError': true });
  });
  after(() => end(session));

  test('with the security switch off the first tap fails for INJECT_EVENTS', async () => {
    const settings = session.$('~Settings');
    await assert.rejects(settings.click(), /SecurityException: Injecting input .* INJECT_EVENTS/);
  });

  test('with the security switch on the tap opens what it is on', async () => {
    await phone.gates({ 'adb-input': 'on' });
    await session.$('~Settings').click();
    assert.equal(await session.getCurrentPackage(), 'com.android.settings');
  });

  test('a secure page is black in a WebDriver screenshot too', async () => {
    await phone.gates({ secure: 'on' });
    await phone.shell('am start -n com.xiaomi.account/.ui.AccountSettingsActivity');
    const png = Buffer.from(await session.takeScreenshot(), 'base64');
    assert.equal(await isBlack(png), true);
    await phone.gates({ secure: 'off' });
  });

  test('the driver’s own commands tell of messages, notifications, time and phone', async () => {
    await phone.admin('POST', '/sms', { from: '+12015550100', body: 'Hello' });
    const { items } = await session.execute<{ items: { body: string }[] }, []>('mobile: listSms');
    assert.equal(items[0]?.body, 'Hello');
    const { statusBarNotifications } = await session.execute<
      { statusBarNotifications: { notification: { text: string } }[] },
      []
    >('mobile: getNotifications');
    assert.equal(statusBarNotifications[0]?.notification.text, 'Hello');
    const time = Date.parse(await session.execute<string, []>('mobile: getDeviceTime'));
    assert.ok(Math.abs(time - Date.now()) < 10_000);
    const { model } = await session.execute<{ model: string }, []>('mobile: deviceInfo');
    assert.equal(model, phone.info.model);
  });

  test('a screen that an app opens from the background does not open', async () => {
    await phone.gates({ 'background-popups': 'denied' });
    await phone.serviceLatency('700ms');
    await phone.shell('am start -n com.xiaomi.account/.ui.AccountSettingsActivity');
    await session.$(account('input')).setValue('2015550123');
    await session.$(account('user_agreement_checkbox')).click();
    await session.$(account('get_login_type')).click();
    let code: string | undefined;
    await phone.until('the code', async () => {
      const inbox = await phone.shell('content query --uri content://sms/inbox --projection body');
      code = /\d{6}/.exec(inbox)?.[0];
      return code !== undefined;
    });
    // Xiaomi Cloud opens once the service has answered, while the home screen is in front.
    await phone.shell(`input text ${code}; input keyevent HOME`);
    await phone.until('the refusal', async () =>
      /MIUILOG- Permission Denied Activity : Intent .*com\.miui\.cloudservice/.test(
        await phone.shell('logcat -d'),
      ),
    );
    assert.equal(await session.getCurrentPackage(), 'com.miui.home');
    await phone.gates({ 'background-popups': 'allowed' });
  });

  test('a settings helper that the ROM kills is "not running after …ms"', async () => {
    await phone.gates({ 'kill-helpers': 'settings:0' });
    await assert.rejects(
      session.execute('mobile: getNotifications'),
      /Appium Settings app is not running after \d+ms/,
    );
    await phone.gates({ 'kill-helpers': 'off' });
  });

  test('a second run on the phone ends the session of the first', async () => {
    const second = await appium.session(phone);
    await assert.rejects(session.getPageSource(), /terminated or not started|cannot be proxied/);
    session = second;
  });

  test('a server that the ROM kills during a command is a "socket hang up"', async () => {
    await phone.shell('logcat -c');
    const waiting = session.action('key').pause(20_000).perform();
    const hangUp = assert.rejects(waiting, /socket hang up/);
    await phone.until('the command on the phone', async () =>
      (await phone.shell('logcat -d -s appium')).includes('/actions'),
    );
    await phone.admin('POST', '/processes/kill', { package: SERVER });
    await hangUp;
  });

  test('after that "the instrumentation process is not running (probably crashed)"', async () => {
    const crashed = /the instrumentation process is not running \(probably crashed\)/;
    // Until adb has told the driver that `am instrument` ended, commands still go to the server.
    await phone.until('the end of the instrumentation', () =>
      session.getPageSource().then(
        () => false,
        (error: unknown) => crashed.test(String(error)),
      ),
    );
  });
});

test('a server that the ROM kills at once "cannot be initialized"', async () => {
  await phone.gates({ 'kill-helpers': 'server:0' });
  await assert.rejects(appium.session(phone), /instrumentation process cannot be initialized/);
  await phone.gates({ 'kill-helpers': 'off' });
});

test('an OEM lock screen lets no unlock of Appium’s pass', async () => {
  await phone.gates({ 'lock-screen': 'oem' });
  await assert.rejects(
    appium.session(phone, {
      'appium:unlockType': 'pin',
      'appium:unlockKey': '1111',
      'appium:unlockStrategy': 'uiautomator',
    }),
    /The device has failed to be unlocked/,
  );
});
