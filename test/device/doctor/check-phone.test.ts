import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkPhone } from '../../../device/doctor/check-phone.ts';
import { PHONE_CHECK_IDS, type PhoneCheckId } from '../../../config/troubleshooting.ts';
import type { CheckContext } from '../../../device/doctor/facts.ts';
import { AskedPhone, contextOf, type Difference } from './asked-phone.ts';

async function resultOf(
  id: PhoneCheckId,
  difference: Difference,
  change: Partial<CheckContext> = {},
) {
  const results = await checkPhone(new AskedPhone(difference), contextOf(change));
  const result = results.find((candidate) => candidate.id === id);
  assert.ok(result);
  return result;
}

test('a phone on which nothing is wrong passes every check, in the order of their list', async () => {
  const results = await checkPhone(new AskedPhone(), contextOf());
  assert.deepEqual(
    results.map(({ id, ok, message }) => (ok ? id : `${id}: ${message}`)),
    PHONE_CHECK_IDS,
  );
  assert.ok(results.every(({ scope, fix }) => scope === 'emulator-5554' && fix === null));
});

test('a phone that nobody has allowed is asked nothing', async () => {
  const adb = new AskedPhone();
  const device = { serial: 'x', state: 'unauthorized' };
  const results = await checkPhone(adb, contextOf({ device }));
  assert.deepEqual(
    results.map(({ id, ok }) => [id, ok]),
    [
      ['connected', true],
      ['authorized', false],
    ],
  );
  assert.deepEqual(adb.commands, []);
});

test('of a phone that is not reached nobody knows whether it allows this computer', async () => {
  const device = { serial: 'x', state: 'offline' };
  const results = await checkPhone(new AskedPhone(), contextOf({ device }));
  assert.deepEqual(
    results.map(({ id, ok }) => [id, ok]),
    [['connected', false]],
  );
});

test('a phone whose shell says nothing is not connected well', async () => {
  const results = await checkPhone(new AskedPhone({ properties: undefined }), contextOf());
  assert.deepEqual(
    results.map(({ id, ok }) => [id, ok]),
    [
      ['connected', false],
      ['authorized', true],
    ],
  );
});

test('a question without an answer is said to be one, and refuses no run', async () => {
  const result = await resultOf('storage', { dataSpace: undefined });
  assert.deepEqual(
    { ok: result.ok, required: result.required, message: result.message },
    {
      ok: false,
      required: false,
      message: 'cannot be told: the phone did not answer `df /data`',
    },
  );
});

const SWITCHED_OFF = { properties: '[ro.mi.os.version.name]: [OS3.0]\n' };
const REFUSES = { mayWriteSettings: 'java.lang.SecurityException: Permission denial\n' };

test('the security switch that is off refuses a run', async () => {
  const result = await resultOf('usb-debugging-security', { ...SWITCHED_OFF, ...REFUSES });
  assert.equal(result.required, true);
  assert.equal(result.message, 'off');
});

test('the security switch that is on, and does nothing, is found out', async () => {
  const result = await resultOf('usb-debugging-security', REFUSES);
  assert.equal(result.message, 'on, but the phone still refuses');
});

test('a build that refuses nothing needs no switch', async () => {
  const result = await resultOf('usb-debugging-security', SWITCHED_OFF);
  assert.equal(result.ok, true);
});

test('Install via USB is needed as long as a helper is to be installed', async () => {
  const installed = await resultOf('install-via-usb', SWITCHED_OFF);
  const missing = await resultOf('install-via-usb', { ...SWITCHED_OFF, serverHelper: '' });
  assert.deepEqual([installed.ok, installed.required], [false, false]);
  assert.deepEqual([missing.ok, missing.required], [false, true]);
});

const VERSIONS: [what: string, difference: Difference, ok: boolean][] = [
  ['a newer settings helper stays', { settingsHelper: 'versionName=8.1.0' }, true],
  ['an old settings helper is replaced', { settingsHelper: 'versionName=7.9.12' }, false],
  ['a newer server is replaced', { serverHelper: 'versionName=10.7.0' }, false],
];
for (const [what, difference, ok] of VERSIONS) {
  test(`of Appium's helpers ${what}`, async () => {
    assert.equal((await resultOf('helpers', difference)).ok, ok);
  });
}

test('a phone behind another Appium has helpers of any version', async () => {
  const difference = { settingsHelper: 'versionName=1.0' };
  assert.equal((await resultOf('helpers', difference, { helpers: undefined })).ok, true);
});

test('of two SIM cards the one that the settings name counts', async () => {
  const { sms } = contextOf().settings;
  const second = { settings: { sms: { ...sms, simSlot: 2 } } };
  assert.equal((await resultOf('sim', {}, second)).ok, false);
  assert.equal((await resultOf('sim', {})).ok, true);
});

test('airplane mode is named where no SIM card can get an SMS', async () => {
  const result = await resultOf('sim', { globalSettings: 'airplane_mode_on=1\n' });
  assert.equal(result.message, 'airplane mode is on');
});

const SIGNED_IN = {
  accounts:
    'User UserInfo{0:Owner:13}:\n  Accounts: 1\n    Account {name=6230***535, type=com.xiaomi}\n',
};

test('an account is in the way, without being named', async () => {
  const result = await resultOf('signed-out', SIGNED_IN);
  assert.deepEqual([result.ok, result.required], [false, true]);
  assert.doesNotMatch(JSON.stringify(result), /6230/);
});

test('an account may be there where a run wants one', async () => {
  const result = await resultOf('signed-out', SIGNED_IN, { mayBeSignedIn: true });
  assert.deepEqual([result.ok, result.required], [false, false]);
});

test('what another phone does for this one is not checked', async () => {
  const ids = async (role: CheckContext['role']) =>
    (await checkPhone(new AskedPhone(), contextOf({ role }))).map(({ id }) => id);
  assert.deepEqual(await ids('sms'), [
    'connected',
    'authorized',
    'sim',
    'sms-readable',
    'free-network-sms',
  ]);
  assert.ok(!(await ids('screen')).includes('sms-readable'));
});
