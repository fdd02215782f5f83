import assert from 'node:assert/strict';
import { afterEach, beforeEach, test } from 'node:test';
import { DriverCommandError } from '../../../device/driver/session.ts';
import { DriverError, PhoneLostError } from '../../../device/errors.ts';
import { FakeDriver } from './fake-driver.ts';

let driver: FakeDriver;

beforeEach(async () => {
  driver = await FakeDriver.start();
});

afterEach(() => driver.stop());

test('a command of the driver is run below the base path of its server', async () => {
  driver.answers.set('mobile: deviceInfo', { value: { model: 'M' } });
  assert.deepEqual(await driver.open().execute('mobile: deviceInfo'), { model: 'M' });
});

test('a command that the driver refuses is told by what it said', async () => {
  driver.answers.set('mobile: listSms', { error: 'unknown error', message: 'Cannot list\nat …' });
  await assert.rejects(driver.open().execute('mobile: listSms'), (error: unknown) => {
    assert.ok(error instanceof DriverCommandError);
    assert.deepEqual([error.error, error.said], ['unknown error', 'Cannot list']);
    return true;
  });
});

for (const [what, answer] of [
  ['a session that has ended', { error: 'invalid session id', message: 'no such session' }],
  [
    'a phone that adb of the server has lost',
    {
      error: 'unknown error',
      message:
        "Error executing adbExec. Original error: 'Command '/adb -s 8e3f21 shell date' exited with code 1'; Command output: adb: device '8e3f21' not found",
    },
  ],
] as const) {
  test(`${what} is a lost phone`, async () => {
    driver.answers.set('mobile: getDeviceTime', answer);
    await assert.rejects(driver.open().execute('mobile: getDeviceTime'), PhoneLostError);
  });
}

test('a server that has gone is a lost phone', async () => {
  const session = driver.open();
  driver.stop();
  await assert.rejects(session.execute('mobile: getDeviceTime'), PhoneLostError);
});

test('a server that is silent is given up, and may be asked again', async () => {
  const asking = driver.open().post('hang', {}, { timeoutMs: 20 });
  await assert.rejects(asking, (error: unknown) => {
    assert.ok(error instanceof DriverError && !(error instanceof DriverCommandError));
    return true;
  });
});

test('an interrupted question throws the reason', async () => {
  const stop = new AbortController();
  const asking = driver.open().post('hang', {}, { signal: stop.signal });
  stop.abort(new Error('Ctrl-C'));
  await assert.rejects(asking, /Ctrl-C/);
});
