import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadSettings } from '../../config/settings.ts';
import { workerCapabilities } from '../../launcher/worker-capabilities.ts';

const phone = {
  serial: 'emulator-5554',
  model: 'Redmi 7A (M1903C3EC)',
  system: 'MIUI 10, Android 9',
};

function capabilitiesFor(url: string, env: Record<string, string> = {}, withoutAdb?: boolean) {
  const open = { phone: { ...phone, environment: 'live' as const, withoutAdb }, ports: undefined };
  return workerCapabilities(open, phone.model, new URL(url), loadSettings(env));
}

test('the workers of a phone get its serial, by which they find it in the run', () => {
  assert.equal(capabilitiesFor('http://127.0.0.1:4723/')['appium:udid'], phone.serial);
});

test('one worker at a time uses a phone', () => {
  assert.equal(capabilitiesFor('http://127.0.0.1:4723/')['wdio:maxInstances'], 1);
});

test('what is set goes before what a run asks for', () => {
  const { 'appium:deviceName': name } = capabilitiesFor('http://127.0.0.1:4723/', {
    MI_CAPABILITIES: '{"appium:deviceName": "Xiaomi 13"}',
  });
  assert.equal(name, 'Xiaomi 13');
});

test('an Appium somewhere else has an adb server of its own', () => {
  const before = process.env['ANDROID_ADB_SERVER_PORT'];
  process.env['ANDROID_ADB_SERVER_PORT'] = '5037';
  try {
    const remote = { MI_TARGET: 'remote', MI_APPIUM_URL: 'http://192.0.2.7:4723' };
    const ports = [{}, remote].map(
      (env) => capabilitiesFor('http://192.0.2.7:4723/', env)['appium:adbPort'],
    );
    assert.deepEqual(ports, [5037, undefined]);
  } finally {
    if (before === undefined) delete process.env['ANDROID_ADB_SERVER_PORT'];
    else process.env['ANDROID_ADB_SERVER_PORT'] = before;
  }
});

test('the driver collects the log of a phone that no adb at hand reaches', () => {
  const skips = [undefined, true].map(
    (withoutAdb) =>
      capabilitiesFor('http://192.0.2.7/', {}, withoutAdb)['appium:skipLogcatCapture'],
  );
  assert.deepEqual(skips, [true, false]);
});

test('an address without a port means that of its protocol', () => {
  const { port, path } = capabilitiesFor('https://farm.example/wd/hub');
  assert.deepEqual({ port, path }, { port: 443, path: '/wd/hub' });
});
