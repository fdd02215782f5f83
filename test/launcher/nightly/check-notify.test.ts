import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseNotifyTarget } from '../../../config/notify-target.ts';
import { SettingsError } from '../../../config/settings-error.ts';
import { checkNotifyTarget } from '../../../launcher/nightly/check-notify.ts';

const check = (text: string) =>
  checkNotifyTarget(parseNotifyTarget(text), { PATH: process.env['PATH'] });

for (const target of ['https://hooks.example/x', 'cat -u', process.execPath]) {
  test(`MI_NOTIFY=${target} can be told`, () => {
    check(target);
  });
}

for (const target of ['no-such-program --key secret', '/no/such/program', './package.json']) {
  test(`MI_NOTIFY=${target} is refused before the night begins`, () => {
    assert.throws(
      () => check(target),
      (error: unknown) => error instanceof SettingsError && !error.message.includes('secret'),
    );
  });
}
