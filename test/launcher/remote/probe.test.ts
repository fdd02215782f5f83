import assert from 'node:assert/strict';
import { afterEach, beforeEach, test } from 'node:test';
import { loadSettings } from '../../../config/settings.ts';
import { SmsSourcesClosedError } from '../../../device/errors.ts';
import { probeRemotePhone } from '../../../launcher/remote/probe.ts';
import { SessionError } from '../../../launcher/session-error.ts';
import { FakeDriver, SERIAL } from '../../device/driver/fake-driver.ts';

const INFO = { model: 'M', manufacturer: 'Xiaomi', platformVersion: '15', locale: 'en_US' };
const CLOSED = { error: 'unknown error', message: 'no permission' };

let driver: FakeDriver;

beforeEach(async () => {
  driver = await FakeDriver.start();
  driver.answers.set('mobile: deviceInfo', { value: INFO });
  driver.answers.set('mobile: listSms', { value: { items: [], total: 0 } });
  driver.answers.set('mobile: getNotifications', { value: { statusBarNotifications: [] } });
});

afterEach(() => driver.stop());

function probe(serial?: string, env: Record<string, string> = {}) {
  const settings = loadSettings({
    MI_TARGET: 'remote',
    MI_APPIUM_URL: driver.server.href,
    ...env,
  });
  assert.ok(settings.remote);
  return probeRemotePhone(settings.remote, serial, settings, new AbortController().signal);
}

test('a phone that is named is asked for, and told by what its session says', async () => {
  const { serial, model, system } = await probe(SERIAL);
  assert.equal(driver.capabilities['appium:udid'], SERIAL);
  assert.deepEqual([serial, model, system], [SERIAL, 'M', 'Android 15 of Xiaomi']);
});

test('where none is named the server chooses, by the capabilities given', async () => {
  const { serial } = await probe(undefined, {
    MI_CAPABILITIES: '{"appium:deviceName": "Xiaomi 13", "farm:options": {"lab": 7}}',
  });
  assert.equal(serial, SERIAL);
  const { 'appium:deviceName': name, 'farm:options': options } = driver.capabilities;
  assert.deepEqual(
    [name, options, 'appium:udid' in driver.capabilities],
    ['Xiaomi 13', { lab: 7 }, false],
  );
});

test("Appium's adb server is not ours", async () => {
  await probe(SERIAL);
  assert.ok(!('appium:adbPort' in driver.capabilities));
});

test('what is missing is said, and what stands in for it', async () => {
  driver.answers.set('mobile: getNotifications', CLOSED);
  const { notes } = await probe(SERIAL);
  assert.match(notes[0] ?? '', /No adb at hand reaches phone 8e3f21.*row of Settings/);
  assert.match(notes[1] ?? '', /inbox: read by Appium's helper.*Notification SMS/);
  assert.match(notes[2] ?? '', /notifications: closed \(no permission\)/);
});

test('a phone whose SMS nobody can see is refused before a number is submitted', async () => {
  driver.answers.set('mobile: getNotifications', CLOSED);
  driver.answers.set('mobile: listSms', CLOSED);
  const probing = probe(SERIAL, { MI_SMS_SOURCES: 'inbox,notifications' });
  await assert.rejects(probing, SmsSourcesClosedError);
});

test('unless its screen is looked at', async () => {
  driver.answers.set('mobile: getNotifications', CLOSED);
  driver.answers.set('mobile: listSms', CLOSED);
  assert.equal((await probe(SERIAL)).serial, SERIAL);
});

test('a language without texts is taken, and told', async () => {
  driver.answers.set('mobile: deviceInfo', { value: { ...INFO, locale: 'fi_FI' } });
  assert.equal((await probe(SERIAL)).locale, 'fi_FI');
});

for (const [how, locale] of [
  ['well', 'en_US'],
  ['badly', 'fi_FI'],
] as const) {
  test(`its session ends when it goes ${how}`, async () => {
    driver.answers.set('mobile: deviceInfo', { value: { ...INFO, locale } });
    await probe(SERIAL).catch(() => undefined);
    assert.equal(driver.asked.at(-1), 'DELETE session/s1');
  });
}

test('no session is an error that quotes the server', async () => {
  driver.session = undefined;
  await assert.rejects(probe(SERIAL), (error: unknown) => {
    assert.ok(error instanceof SessionError);
    assert.equal(error.details.seen, 'no phone');
    return true;
  });
});

test('a session that does not say which phone it is on is of no use where none is named', async () => {
  driver.session = {};
  await assert.rejects(probe(), /MI_PHONES/);
  assert.equal(driver.asked.at(-1), 'DELETE session/s1');
});
