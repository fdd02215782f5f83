import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadSettings } from '../../config/settings.ts';
import { workerCapabilities } from '../../launcher/worker-capabilities.ts';

const phone = {
  serial: 'emulator-5554',
  model: 'Redmi 7A (M1903C3EC)',
  system: 'MIUI 10, Android 9',
  environment: 'test',
} as const;

function capabilitiesFor(url: string) {
  return workerCapabilities({ phone, ports: undefined }, new URL(url), loadSettings({}));
}

test('the workers of a phone get its serial, by which they find it in the run', () => {
  assert.equal(capabilitiesFor('http://127.0.0.1:4723/')['appium:udid'], phone.serial);
});

test('phones of one model have different names', () => {
  const name = capabilitiesFor('http://127.0.0.1:4723/')['appium:deviceName'];
  assert.equal(name, 'Redmi 7A (M1903C3EC) emulator-5554');
});

test('one worker at a time uses a phone', () => {
  assert.equal(capabilitiesFor('http://127.0.0.1:4723/')['wdio:maxInstances'], 1);
});

test('an address without a port means that of its protocol', () => {
  const { port, path } = capabilitiesFor('https://farm.example/wd/hub');
  assert.deepEqual({ port, path }, { port: 443, path: '/wd/hub' });
});
