import assert from 'node:assert/strict';
import { test } from 'node:test';
import { startEnvironment } from '../../bench/whole-run.ts';
import { loadSettings } from '../../config/settings.ts';
import { withoutOwnSettings } from '../../scripts/own-settings.mjs';

test("nobody's own settings reach a test run", () => {
  assert.deepEqual(
    withoutOwnSettings(
      { PATH: '/usr/bin', MI_TARGET: 'devices' },
      '# MI_APPIUM_URL=x\nMI_PHONE_NUMBER=+12015550123\nexport MI_PHONES=a\nOTHER=1\n',
    ),
    { PATH: '/usr/bin', MI_PHONE_NUMBER: '', MI_PHONES: '' },
  );
});

test('a benchmark runs on its own emulated phone, whatever the person has set', () => {
  const own = { MI_TARGET: 'devices', MI_ALLOW_LIVE_SIGNUP: 'yes' };
  const dotenv = 'MI_TARGET=devices\nMI_ALLOW_LIVE_SIGNUP=yes\nMI_PHONES=a\n';
  const { target, allowLiveSignup, selection, stateDir } = loadSettings(
    startEnvironment(own, '/state', dotenv),
  );
  assert.deepEqual(
    { target, allowLiveSignup, serials: selection.serials, stateDir },
    { target: 'emulated', allowLiveSignup: false, serials: [], stateDir: '/state' },
  );
});
