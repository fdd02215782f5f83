import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { StockAdb } from '../adbd/stock-adb.ts';
import { StartedPhone } from './started-phone.ts';

let adb: StockAdb;
let phone: StartedPhone;
before(async () => {
  adb = await StockAdb.start();
  phone = await StartedPhone.start(
    adb,
    ...['--profile', 'redmi-7a', '--language', 'en-US', '--adb-input', 'off'],
  );
});
after(async () => {
  await phone.stop();
  await adb.stop();
});

test('an old build does not turn the security switch on without an account', async () => {
  await phone.shell('am start -a android.settings.APPLICATION_DEVELOPMENT_SETTINGS');
  await phone.tap('USB debugging (Security settings)');
  assert.match(
    await phone.shell('dumpsys window'),
    /mCurrentFocus=.*com\.miui\.securitycenter\/com\.miui\.permcenter\.install\.AdbInputApplyActivity/,
  );
  for (const button of ['Next', 'Next', 'Accept']) await phone.tap(button);
  await phone.until('the developer options', async () =>
    (await phone.dump()).includes('com.android.settings:id/adb_input'),
  );
  assert.equal((await phone.shell('getprop persist.security.adbinput')).trim(), '0');
});
