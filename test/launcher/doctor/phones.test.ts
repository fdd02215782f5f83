import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { loadSettings } from '../../../config/settings.ts';
import { withAndroidHome } from '../../../scripts/android-home.mjs';
import { phonesAtHand } from '../../../launcher/doctor/phones.ts';
import { NO_OTHER_PHONES, StockAdb } from '../../emulator/adbd/stock-adb.ts';
import { StartedPhone } from '../../emulator/pitfalls/started-phone.ts';

let adb: StockAdb;
let phone: StartedPhone;
before(async () => {
  adb = await StockAdb.start(NO_OTHER_PHONES);
  phone = await StartedPhone.start(adb);
  Object.assign(process.env, withAndroidHome(adb.env));
});
after(async () => {
  await phone.stop();
  await adb.stop();
});

const { signal } = new AbortController();

async function serials(named: readonly string[], phones = ''): Promise<string[]> {
  const settings = loadSettings({ MI_TARGET: 'devices', MI_PHONES: phones });
  const { devices } = await phonesAtHand(named, settings, signal);
  return devices.map(({ serial }) => serial);
}

test('a phone that is named is looked at, though adb does not list it', async () => {
  assert.deepEqual(await serials(['nobody']), ['nobody']);
});

test('a phone on the command line goes before those of MI_PHONES', async () => {
  assert.deepEqual(await serials([phone.info.serial], 'other'), [phone.info.serial]);
});

test('a phone that meets the conditions of MI_PHONES is looked at', async () => {
  assert.ok((await serials([], 'hyperos>=3')).includes(phone.info.serial));
});

test('a phone that does not is left alone, and a run on it would have none', async () => {
  const settings = loadSettings({ MI_TARGET: 'devices', MI_PHONES: 'model=nothing' });
  const { devices, finding } = await phonesAtHand([], settings, signal);
  assert.deepEqual(devices, []);
  assert.deepEqual([finding.ok, finding.required], [false, true]);
});
