import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { after, afterEach, before, test } from 'node:test';
import { GATE_DEFAULTS } from '../../../emulator/android/gates/table.ts';
import { StockAdb } from '../adbd/stock-adb.ts';
import { APKS } from '../shell/phone.ts';
import { StartedPhone } from './started-phone.ts';

/** What a phone needs beside Xiaomi's switches, and what stock adb shows of it when it is missing. */
const HELPER = 'io.appium.settings';
const SECOND_MS = 1000;

let adb: StockAdb;
let phone: StartedPhone;
let apk: string;
before(async () => {
  adb = await StockAdb.start();
  apk = path.join(adb.home, 'helper.apk');
  await writeFile(apk, APKS.settings);
  phone = await StartedPhone.start(adb);
});
afterEach(async () => {
  await phone.gates(GATE_DEFAULTS);
  await phone.shell('settings put global auto_time 1');
});
after(async () => {
  await phone.stop();
  await adb.stop();
});

const inbox = () => phone.shell('content query --uri content://sms/inbox --projection body');

test('without Autostart the helper’s operation says so, until adb allows it', async () => {
  await phone.adb('install', '-r', '-g', apk);
  await phone.gates({ autostart: 'denied' });
  const autostart = () => phone.shell(`appops get ${HELPER} 10008`);
  assert.equal(await autostart(), 'MIUIOP(10008): ignore\n');
  await phone.shell(`appops set ${HELPER} 10008 allow`);
  assert.equal(await autostart(), 'MIUIOP(10008): allow\n');
});

test('a notification’s code is hidden from the helper, and not from adb', async () => {
  await phone.adb('install', '-r', '-g', apk);
  await phone.gates({ 'notification-codes': 'hidden' });
  await phone.shell(`cmd notification allow_listener ${HELPER}/.NLService`);
  await phone.adb('emu', 'sms', 'send', '+12015550100', 'Your', 'code', 'is', '271828');
  assert.match(
    await phone.shell(`am broadcast -a ${HELPER}.notifications`),
    /"text":"Sensitive notification content hidden"/,
  );
  assert.match(await phone.shell('dumpsys notification --noredact'), /code is 271828/);
});

test('without a SIM card the network keeps the message', async () => {
  await phone.gates({ sim: 'absent' });
  assert.equal(await phone.shell('getprop gsm.sim.state'), 'ABSENT,ABSENT\n');
  await phone.adb('emu', 'sms', 'send', '+12015550100', 'kept');
  assert.doesNotMatch(await inbox(), /kept/);
  await phone.gates({ sim: 'ready' });
  assert.match(await inbox(), /body=kept/);
});

test('a network that leads nowhere is connected and not validated', async () => {
  await phone.gates({ internet: 'none' });
  const dump = await phone.shell('dumpsys connectivity');
  assert.match(dump, /^Active default network: 101$/m);
  assert.doesNotMatch(dump, /VALIDATED/);
});

test('a clock that a person put wrong stays so until automatic time is on', async () => {
  await phone.gates({ clock: '180s' });
  const aheadMs = async () => Number(await phone.shell('date +%s')) * SECOND_MS - Date.now();
  assert.ok((await aheadMs()) > 170 * SECOND_MS);
  await phone.shell('settings put global auto_time 1');
  assert.ok(Math.abs(await aheadMs()) < 10 * SECOND_MS);
});

test('a full phone installs nothing, and takes no message', async () => {
  await phone.gates({ 'free-storage': '100MB' });
  assert.match(await phone.shell('df /data'), /\s102400\s+100%\s+\/data$/m);
  const { stdout, stderr } = await phone.adb('install', '-r', '-g', apk);
  assert.match(stdout + stderr, /INSTALL_FAILED_INSUFFICIENT_STORAGE/);
  await phone.adb('emu', 'sms', 'send', '+12015550100', 'refused');
  assert.doesNotMatch(await inbox(), /refused/);
});
