import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadSettings } from '../../config/settings.ts';
import { deviceNames, workerCapabilities } from '../../launcher/worker-capabilities.ts';

const phone = {
  serial: 'emulator-5554',
  model: 'Redmi 7A (M1903C3EC)',
  system: 'MIUI 10, Android 9',
};

function capabilitiesFor(url: string) {
  const open = { phone: { ...phone, environment: 'live' as const }, ports: undefined };
  return workerCapabilities(open, phone.model, new URL(url), loadSettings({}));
}

test('the workers of a phone get its serial, by which they find it in the run', () => {
  assert.equal(capabilitiesFor('http://127.0.0.1:4723/')['appium:udid'], phone.serial);
});

test('phones of one model have different names', () => {
  const phones = ['a', 'b'].map((serial) => ({ ...phone, serial, environment: 'live' as const }));
  assert.deepEqual(deviceNames(phones, 'every'), [
    'Redmi 7A (M1903C3EC) a',
    'Redmi 7A (M1903C3EC) b',
  ]);
});

test('phones that the run started have the same names in every run, whatever their ports', () => {
  const phones = ['a', 'b'].map((serial) => ({ ...phone, serial, environment: 'test' as const }));
  assert.deepEqual(deviceNames(phones, 'every'), [
    'Redmi 7A (M1903C3EC)',
    'Redmi 7A (M1903C3EC) (2)',
  ]);
});

test('where a spec may run on any phone its history is one', () => {
  const phones = ['a', 'b'].map((serial) => ({ ...phone, serial, environment: 'live' as const }));
  assert.equal(new Set(deviceNames(phones, 'share')).size, 1);
});

test('one worker at a time uses a phone', () => {
  assert.equal(capabilitiesFor('http://127.0.0.1:4723/')['wdio:maxInstances'], 1);
});

test('an address without a port means that of its protocol', () => {
  const { port, path } = capabilitiesFor('https://farm.example/wd/hub');
  assert.deepEqual({ port, path }, { port: 443, path: '/wd/hub' });
});
