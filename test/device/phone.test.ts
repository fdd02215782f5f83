import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { HarnessClock } from '../../config/clock.ts';
import { listAccounts, parseAccounts } from '../../device/accounts.ts';
import { measurePhoneClock, parsePhoneTime } from '../../device/clock.ts';
import { AdbError } from '../../device/errors.ts';
import { identityOf, parseProperties, readProperties } from '../../device/properties.ts';
import { FakeAdb } from './fake-adb.ts';

const ACCOUNTS = `User UserInfo{0:Owner, the first:13}:
  Accounts: 2
    Account {name=6230***535, type=com.xiaomi}
    Account {name=a, type=b} c@example.org, type=com.google}

  AccountId, Action_Type, timestamp, UID, TableName, Key
  Accounts History

  Active Sessions: 0

  RegisteredServicesCache: 1 services
    ServiceInfo: AuthenticatorDescription {type=com.xiaomi}, ComponentInfo{…}, uid 10097

User UserInfo{10:Second space:1030}:
  Accounts: 1
    Account {name=2, type=com.xiaomi}
`;

test('accounts are listed for every user, with any name', () => {
  assert.deepEqual(parseAccounts(ACCOUNTS), [
    { name: '6230***535', type: 'com.xiaomi', userId: 0 },
    { name: 'a, type=b} c@example.org', type: 'com.google', userId: 0 },
    { name: '2', type: 'com.xiaomi', userId: 10 },
  ]);
});

test('a phone without accounts has none, though it knows their types', () => {
  const output = `User UserInfo{0:Owner:13}:
  Accounts: 0

  RegisteredServicesCache: 1 services
    Account {name=old, type=com.xiaomi}
`;
  assert.deepEqual(parseAccounts(output), []);
});

test('a refused answer is an error, not an empty list', async () => {
  const adb = new FakeAdb(() => ({ stdout: "Permission Denial: can't dump AccountManager\n" }));
  await assert.rejects(listAccounts(adb), (error: unknown) => {
    assert.ok(error instanceof AdbError);
    assert.match(error.message, /Permission Denial/);
    return true;
  });
});

const SYSTEMS: [values: Record<string, string>, system: string][] = [
  [
    {
      'ro.mi.os.version.name': 'OS3.0',
      'ro.miui.ui.version.name': 'V816',
      'ro.build.version.incremental': 'OS3.0.306.0.WNRCNXM',
      'ro.build.version.release': '16',
    },
    'HyperOS 3.0 (OS3.0.306.0.WNRCNXM), Android 16',
  ],
  [
    {
      'ro.miui.ui.version.name': 'V130',
      'ro.build.version.incremental': 'V13.0.9.0.SCUMIXM',
      'ro.build.version.release': '12',
    },
    'MIUI 13 (V13.0.9.0.SCUMIXM), Android 12',
  ],
  [
    {
      'ro.miui.ui.version.name': 'V125',
      'ro.build.version.incremental': 'V12.5.1.0.RKDMIXM',
      'ro.build.version.release': '11',
    },
    'MIUI 12.5 (V12.5.1.0.RKDMIXM), Android 11',
  ],
  [
    {
      'ro.miui.ui.version.name': 'V10',
      'ro.build.version.incremental': 'V10.2.6.0.PCMCNXM',
      'ro.build.version.release': '9',
    },
    'MIUI 10 (V10.2.6.0.PCMCNXM), Android 9',
  ],
  [{ 'ro.build.version.release': '15' }, 'Android 15'],
];
for (const [values, system] of SYSTEMS) {
  test(`a phone is described as ${system}`, () => {
    assert.equal(identityOf(new Map(Object.entries(values))).system, system);
  });
}

const MODELS: [marketName: string, model: string, called: string][] = [
  ['Redmi Note 13 Pro 5G', '2312DRA50G', 'Redmi Note 13 Pro 5G (2312DRA50G)'],
  ['', 'Redmi 7A', 'Redmi 7A'],
  ['Xiaomi 13', '', 'Xiaomi 13'],
  ['MI 8', 'MI 8', 'MI 8'],
  ['', '', 'unknown model'],
];
for (const [marketName, model, called] of MODELS) {
  test(`a phone sold as “${marketName}”, model “${model}”, is called ${called}`, () => {
    const properties = new Map([
      ['ro.product.marketname', marketName],
      ['ro.product.model', model],
    ]);
    assert.equal(identityOf(properties).model, called);
  });
}

test('properties are asked for in one command', async () => {
  const adb = new FakeAdb(() => ({ stdout: '[ro.product.model]: [2312DRA50G]\n[a]: []\n' }));
  assert.equal((await readProperties(adb)).get('ro.product.model'), '2312DRA50G');
  assert.deepEqual(adb.commands, ['getprop']);
});

test('a value with brackets is kept', () => {
  assert.equal(parseProperties('[a.b]: [x]: [y]]\r\n').get('a.b'), 'x]: [y]');
});

test("the phone's clock is compared with the middle of the question", async () => {
  const times = [1_000_000, 1_000_100];
  const clock: HarnessClock = { now: () => times.shift() ?? 0, sleep: async () => undefined };
  const adb = new FakeAdb(() => ({ stdout: '1735689600.250000000\n' }));
  const phoneClock = await measurePhoneClock(adb, clock);
  assert.equal(phoneClock.offsetMs, 1_735_689_600_250 - 1_000_050 + 1);
  assert.equal(phoneClock.uncertaintyMs, 51);
  assert.ok(phoneClock.earliestAt(1_000_050) <= 1_735_689_600_250);
});

test('an old phone tells whole seconds only', () => {
  assert.deepEqual(parsePhoneTime('1735689600.N\n'), {
    atMs: 1_735_689_600_000,
    resolutionMs: 1000,
  });
  assert.equal(parsePhoneTime('date: bad format'), undefined);
});
