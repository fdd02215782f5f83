import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { Adb } from '../../../device/adb.ts';
import { LanguageNotSetError } from '../../../device/errors.ts';
import { preparePhone } from '../../../device/settings-journal/prepare.ts';
import { helperFiles } from '../../../launcher/doctor/helper-files.ts';
import { StockAdb } from '../../emulator/adbd/stock-adb.ts';
import { StartedPhone } from '../../emulator/pitfalls/started-phone.ts';

/** Over the stock adb, as Appium's helper on a phone sets its language. */
let adb: StockAdb;
let phone: StartedPhone;
before(async () => {
  adb = await StockAdb.start();
  phone = await StartedPhone.start(adb);
  Object.assign(process.env, adb.env);
});
after(async () => {
  await phone.stop();
  await adb.stop();
});

function prepare(language: string) {
  const device = new Adb({ adbPath: 'adb', serial: phone.info.serial });
  return preparePhone(device, {
    stateDir: adb.home,
    runId: 'run-1',
    language,
    note: () => undefined,
  });
}

async function locale(): Promise<string> {
  return (await phone.shell('getprop persist.sys.locale')).trim();
}

test('without the helper the language cannot be set, and that is said at once', async () => {
  await assert.rejects(prepare('ru'), LanguageNotSetError);
  assert.equal(await locale(), 'en-US');
});

test('with the helper the phone speaks the language, and its own one at the end', async () => {
  await phone.adb('install', '-g', helperFiles().settings.apk);
  const prepared = await prepare('ru');
  assert.equal(await locale(), 'ru-RU');
  await prepared.restore();
  assert.equal(await locale(), 'en-US');
});
