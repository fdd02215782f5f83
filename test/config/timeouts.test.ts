import assert from 'node:assert/strict';
import { test } from 'node:test';
import { adbServerFromEnv } from '../../config/adb-server.ts';
import { androidCapabilities } from '../../config/capabilities.ts';
import { loadSettings } from '../../config/settings.ts';
import { timeouts } from '../../config/timeouts.ts';

const limits = timeouts(loadSettings({ MI_STEP_BUDGET: '1m', MI_STEP_BUDGET_SMS_CODE: '10m' }));

test("Mocha's limit is above the sum of all steps", () => {
  assert.ok(limits.mochaTimeoutMs > 15 * 60_000);
});

test('a request that is slow is never sent twice', () => {
  assert.equal(limits.connectionRetryCount, 0);
});

test('the client waits longer for a command than the driver does', () => {
  assert.ok(limits.connectionRetryTimeoutMs > limits.uiautomator2ServerReadTimeoutMs);
});

const ports = { serial: 'emulator-5554', deviceName: 'Redmi', systemPort: 8200, mjpegPort: 9200 };

test('a session is opened on exactly one phone, with its own ports', () => {
  const capabilities = androidCapabilities({ ...ports, adbServer: {}, timeouts: limits });
  assert.equal(capabilities['appium:udid'], 'emulator-5554');
  assert.equal(capabilities['appium:systemPort'], 8200);
  assert.equal(capabilities['appium:mjpegServerPort'], 9200);
  assert.equal('appium:adbPort' in capabilities, false);
});

test("Appium is told of the adb server that adb's variables name", () => {
  const adbServer = adbServerFromEnv({
    ANDROID_ADB_SERVER_ADDRESS: '127.0.0.1',
    ANDROID_ADB_SERVER_PORT: '5099',
  });
  const capabilities = androidCapabilities({ ...ports, adbServer, timeouts: limits });
  assert.equal(capabilities['appium:adbPort'], 5099);
  assert.equal(capabilities['appium:remoteAdbHost'], '127.0.0.1');
});
