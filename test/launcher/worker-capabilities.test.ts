import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { PhoneEnvironment } from '../../config/run-context.ts';
import { loadSettings } from '../../config/settings.ts';
import { workerCapabilities } from '../../launcher/worker-capabilities.ts';

const phone = {
  serial: 'emulator-5554',
  model: 'Redmi 7A (M1903C3EC)',
  system: 'MIUI 10, Android 9',
};

function capabilitiesFor(url: string, environment: PhoneEnvironment = 'live') {
  const open = { phone: { ...phone, environment }, ports: undefined };
  return workerCapabilities(open, new URL(url), loadSettings({}));
}

test('the workers of a phone get its serial, by which they find it in the run', () => {
  assert.equal(capabilitiesFor('http://127.0.0.1:4723/')['appium:udid'], phone.serial);
});

test('phones of one model have different names', () => {
  const name = capabilitiesFor('http://127.0.0.1:4723/')['appium:deviceName'];
  assert.equal(name, 'Redmi 7A (M1903C3EC) emulator-5554');
});

test('a phone that the run started has the same name in every run, whatever its port', () => {
  const name = capabilitiesFor('http://127.0.0.1:4723/', 'test')['appium:deviceName'];
  assert.equal(name, 'Redmi 7A (M1903C3EC)');
});

test('one worker at a time uses a phone', () => {
  assert.equal(capabilitiesFor('http://127.0.0.1:4723/')['wdio:maxInstances'], 1);
});

test('an address without a port means that of its protocol', () => {
  const { port, path } = capabilitiesFor('https://farm.example/wd/hub');
  assert.deepEqual({ port, path }, { port: 443, path: '/wd/hub' });
});
