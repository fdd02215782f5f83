import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { test } from 'node:test';
import { remote } from 'webdriverio';
import { adbServerFromEnv } from '../../config/adb-server.ts';
import { androidCapabilities } from '../../config/capabilities.ts';
import { loadSettings } from '../../config/settings.ts';
import { timeouts } from '../../config/timeouts.ts';

const limits = timeouts(loadSettings({ MI_STEP_BUDGET: '1m', MI_STEP_BUDGET_SMS_CODE: '10m' }));

test("Mocha's limit is above the sum of all steps", () => {
  assert.ok(limits.mochaTimeoutMs > 15 * 60_000);
});

test('a command that is slow is never sent twice', async () => {
  let clicks = 0;
  const server = createServer((request, response) => {
    if (request.url?.endsWith('/click')) {
      clicks += 1;
      return;
    }
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify({ value: { sessionId: 'one', capabilities: {} } }));
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  try {
    const driver = await remote({
      hostname: '127.0.0.1',
      port: (server.address() as AddressInfo).port,
      logLevel: 'silent',
      connectionRetryCount: limits.connectionRetryCount,
      connectionRetryTimeout: 300,
      capabilities: { platformName: 'Android', 'wdio:enforceWebDriverClassic': true },
    });
    await assert.rejects(driver.elementClick('next'));
    assert.equal(clicks, 1);
  } finally {
    server.closeAllConnections();
    server.close();
  }
});

test('the client waits longer for a command than the driver does', () => {
  assert.ok(limits.connectionRetryTimeoutMs > limits.uiautomator2ServerReadTimeoutMs);
});

const target = {
  serial: 'emulator-5554',
  deviceName: 'Redmi',
  ports: { system: 8200, mjpeg: 9200 },
};

test('a session is opened on exactly one phone, with its own ports', () => {
  const capabilities = androidCapabilities({ ...target, adbServer: {}, timeouts: limits });
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
  const capabilities = androidCapabilities({ ...target, adbServer, timeouts: limits });
  assert.equal(capabilities['appium:adbPort'], 5099);
  assert.equal(capabilities['appium:remoteAdbHost'], '127.0.0.1');
});
