import assert from 'node:assert/strict';
import { afterEach, beforeEach, test } from 'node:test';
import { ManualHarnessClock } from '../../../config/clock.ts';
import { DriverBridge } from '../../../device/driver/bridge.ts';
import { parseDeviceInfo } from '../../../device/driver/facts.ts';
import { parseDriverTime } from '../../../device/driver/time.ts';
import { PhoneLostError, PhoneTimeError } from '../../../device/errors.ts';
import { loadPhoneSettings } from '../../phone-settings.ts';
import { FakeDriver, SERIAL } from './fake-driver.ts';

const NOON = '2026-03-01T12:00:00+08:00';

let driver: FakeDriver;
let bridge: DriverBridge;

beforeEach(async () => {
  driver = await FakeDriver.start();
  driver.answers.set('mobile: getDeviceTime', { value: NOON });
  bridge = new DriverBridge(driver.open());
});

afterEach(() => driver.stop());

test('it is the bridge of its phone', () => {
  assert.equal(bridge.serial, SERIAL);
});

test("the phone's clock is known to the second", async () => {
  const clock = new ManualHarnessClock();
  const phoneClock = await bridge.clock(clock);
  assert.equal(phoneClock.offsetMs, Date.parse(NOON) + 500 - clock.now());
  assert.equal(phoneClock.uncertaintyMs, 500);
});

test('what is no time is an error that says so', async () => {
  driver.answers.set('mobile: getDeviceTime', { value: 'yesterday' });
  await assert.rejects(bridge.clock(new ManualHarnessClock()), PhoneTimeError);
});

test('a time without a zone is none', () => {
  assert.equal(parseDriverTime('2026-03-01T12:00:00'), undefined);
});

test('accounts are not told', async () => {
  assert.equal(await bridge.accounts(), undefined);
});

test('a phone that tells its time is reachable', async () => {
  await bridge.assertReachable();
  driver.stop();
  await assert.rejects(bridge.assertReachable(), PhoneLostError);
});

test('the log is cut to the time asked for, which is the local one', async () => {
  const lines = [
    '--------- beginning of main',
    '03-01 11:59:59.999  1  1 I Tag: before',
    '03-01 12:00:00.000  1  1 I Tag: at',
    'a line without a time',
    '03-01 12:00:01.000  1  1 I Tag: after',
  ];
  driver.answers.set('se/log', { value: lines.map((message) => ({ message, level: 'ALL' })) });
  const since = await bridge.logTime();
  assert.equal(since, '03-01 12:00:00.000');
  assert.equal(await bridge.logSince(since), lines.slice(2).join('\n'));
});

test('the sources are those of the settings, in their order, and no SIM is known', async () => {
  const settings = loadPhoneSettings({ MI_SMS_SOURCES: 'notifications,screen,inbox' });
  const { sources, sims, simSlot } = await bridge.sms(settings);
  assert.deepEqual(
    [sources.map(({ name }) => name), sims, simSlot],
    [['notifications', 'inbox'], [], undefined],
  );
});

test('a phone is described by what its driver tells, as far as it does', () => {
  const told = {
    model: '2312DRA50G',
    manufacturer: 'Xiaomi',
    platformVersion: '16',
    locale: 'en_US',
  };
  assert.deepEqual(parseDeviceInfo({ ...told, androidId: 'x' }), {
    model: '2312DRA50G',
    system: 'Android 16 of Xiaomi',
    locale: 'en_US',
  });
  assert.deepEqual(parseDeviceInfo(null), {
    model: 'unknown model',
    system: 'Android of unknown version',
    locale: '',
  });
});
