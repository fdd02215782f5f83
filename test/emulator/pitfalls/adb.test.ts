import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { after, afterEach, before, test } from 'node:test';
import { GATE_DEFAULTS } from '../../../emulator/android/gates/table.ts';
import { StockAdb } from '../adbd/stock-adb.ts';
import { APKS } from '../shell/phone.ts';
import { isBlack } from './black.ts';
import { StartedPhone } from './started-phone.ts';

/** Rows of the table of pitfalls in emulator/README.md that stock adb shows. */
let adb: StockAdb;
let phone: StartedPhone;
let apk: string;
before(async () => {
  adb = await StockAdb.start();
  apk = path.join(adb.home, 'helper.apk');
  await writeFile(apk, APKS.settings);
  phone = await StartedPhone.start(adb);
});
afterEach(() => phone.gates(GATE_DEFAULTS));
after(async () => {
  await phone.stop();
  await adb.stop();
});

async function screenshot(): Promise<Buffer> {
  const { stdout } = await phone.adb('exec-out', 'screencap -p | base64 -w 0');
  return Buffer.from(stdout, 'base64');
}

test('with "Install via USB" off an installation fails as canceled by the user', async () => {
  await phone.gates({ 'usb-install': 'deny' });
  const { stdout, stderr, exitCode } = await phone.adb('install', '-r', '-g', apk);
  assert.match(stdout + stderr, /INSTALL_FAILED_USER_RESTRICTED: Install canceled by user/);
  assert.equal(exitCode, 1);
});

test('the pop-up comes at every installation, and Install lets it pass', async () => {
  await phone.gates({ 'usb-install': 'ask' });
  for (let time = 0; time < 2; time += 1) {
    const installed = phone.adb('install', '-r', '-g', apk);
    await phone.tap('Install');
    assert.match((await installed).stdout, /^Success$/m);
  }
});

test('the pop-up that is denied fails the installation', async () => {
  await phone.gates({ 'usb-install': 'ask' });
  const installed = phone.adb('install', '-r', '-g', apk);
  await phone.tap({ id: 'android:id/button2' });
  const { stdout, stderr } = await installed;
  assert.match(stdout + stderr, /INSTALL_FAILED_USER_RESTRICTED: Install canceled by user/);
});

test('with the security switch off adb taps are refused, and the log says which permission', async () => {
  await phone.gates({ 'adb-input': 'off' });
  const { stderr, exitCode } = await phone.adb('shell', 'input tap 100 100');
  assert.match(stderr, /SecurityException: Injecting input events .* INJECT_EVENTS permission/);
  assert.equal(exitCode, 255);
  assert.match(
    await phone.shell('logcat -d'),
    /preCheckUidPermission: permission denied, perm=android\.permission\.INJECT_EVENTS/,
  );
});

test('with the security switch off getprop tells, and looking on still works', async () => {
  await phone.gates({ 'adb-input': 'off' });
  assert.equal((await phone.shell('getprop persist.security.adbinput')).trim(), '0');
  assert.match(await phone.dump(), /<hierarchy/);
  assert.match(await phone.shell('content query --uri content://sms'), /No result found/);
});

test('with free network SMS on the message never shows up, its notification does', async () => {
  await phone.gates({ 'free-sms': 'on' });
  await phone.admin('POST', '/sms', { from: '106910000', body: 'code 318204' });
  assert.match(await phone.shell('content query --uri content://sms/inbox'), /No result found/);
  assert.match(
    await phone.shell('dumpsys notification --noredact'),
    /android\.text=String \(code 318204\)/,
  );
});

test('without the notification SMS permission only people’s messages show up', async () => {
  await phone.gates({ 'notification-sms': 'denied' });
  await phone.admin('POST', '/sms', { from: 'xiaomi', body: 'code 069382' });
  await phone.admin('POST', '/sms', { from: '+12015550100', body: 'see you' });
  const inbox = await phone.shell('content query --uri content://sms/inbox');
  assert.match(inbox, /body=see you/);
  assert.doesNotMatch(inbox, /069382/);
});

test('a denied SMS provider answers with an exception', async () => {
  await phone.gates({ 'sms-provider': 'denied' });
  assert.match(
    await phone.shell('content query --uri content://sms/inbox'),
    /^Error while accessing provider:sms\njava\.lang\.SecurityException: .*READ_SMS.*\n\tat /m,
  );
});

test('a secure page is black in a screenshot, its elements are readable', async () => {
  await phone.shell('am start -n com.xiaomi.account/.ui.AccountSettingsActivity');
  assert.equal(await isBlack(await screenshot()), false);
  await phone.gates({ secure: 'on' });
  assert.equal(await isBlack(await screenshot()), true);
  assert.match(await phone.dump(), /package="com\.xiaomi\.account"/);
});

test('with autofill on the code is in its field before anybody has typed it', async () => {
  await phone.gates({ 'sms-autofill': 'on' });
  await phone.shell('am force-stop com.xiaomi.account');
  await phone.shell('am start -n com.xiaomi.account/.ui.AccountSettingsActivity');
  await phone.tap({ id: 'com.xiaomi.account:id/input' });
  await phone.shell('input text 2015550123');
  await phone.tap({ id: 'com.xiaomi.account:id/user_agreement_checkbox' });
  await phone.tap({ id: 'com.xiaomi.account:id/get_login_type' });
  await phone.until('the picture after the code', async () =>
    (await phone.dump()).includes('com.xiaomi.account:id/captcha_image'),
  );
});

test('an unauthorized phone is listed as such until a person allows the computer', async () => {
  await phone.gates({ 'adb-auth': 'unauthorized' });
  await phone.until('unauthorized', async () => (await phone.state()) === 'unauthorized');
  assert.match((await phone.adb('shell', 'true')).stderr, /device unauthorized/);
  await phone.tap('Allow');
  await phone.until('device', async () => (await phone.state()) === 'device');
});

test('a phone that does not answer is listed as offline', async () => {
  await phone.gates({ 'adb-auth': 'offline' });
  await phone.until('offline', async () => (await phone.state()) === 'offline');
  assert.match((await phone.adb('shell', 'true')).stderr, /device offline/);
  await phone.gates({ 'adb-auth': 'authorized' });
  await phone.until('device', async () => (await phone.state()) === 'device');
});

test('a forward that was left behind takes its port from the next run', async () => {
  const { stdout } = await phone.adb('forward', 'tcp:0', 'tcp:6790');
  const port = stdout.trim();
  const second = await phone.adb('forward', '--no-rebind', `tcp:${port}`, 'tcp:6790');
  assert.match(second.stderr, /cannot rebind existing socket/);
  assert.match((await phone.adb('forward', '--list')).stdout, RegExp(`tcp:${port} tcp:6790`));
});
