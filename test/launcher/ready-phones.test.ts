// The start of a run on connected phones, some of which are good.
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, afterEach, before, test } from 'node:test';
import type { InventoryPhone } from '../../config/inventory.ts';
import { selectionOf } from '../../config/phone-selection.ts';
import { loadSettings, type Settings } from '../../config/settings.ts';
import { PhoneNotAvailableError } from '../../config/targets/target.ts';
import { Adb } from '../../device/adb.ts';
import { PhoneNotReadyError } from '../../device/doctor/quick.ts';
import { LeaseStore } from '../../device/leases/store.ts';
import { ReadyPhones } from '../../launcher/ready-phones.ts';
import { RunFolder } from '../../launcher/run-folder.ts';
import { DoctorPhones, type PhoneName } from '../doctor/phones.ts';

/** As adb lists them: the bad ones first. */
const NAMES = ['closed', 'unauthorized', 'offline', 'good'] as const;
const stateDir = mkdtempSync(join(tmpdir(), 'ready-phones-'));

let phones: DoctorPhones;
let opened: ReadyPhones | undefined;
before(async () => {
  phones = await DoctorPhones.start(...NAMES);
});
afterEach(async () => {
  await opened?.restoreAndClose();
  opened = undefined;
});
after(async () => {
  await phones.stop();
  rmSync(stateDir, { recursive: true });
});

const serialOf = (name: PhoneName): string => phones.get(name).info.serial;

function inInventory(name: PhoneName, more: Partial<InventoryPhone> = {}): InventoryPhone {
  const { serial, number } = phones.get(name).info;
  return { serial, sims: [{ slot: 1, number }], ...more };
}

/** @returns the serials of the phones that a run has, and why others are left out. */
async function open(changes: Partial<Settings> = {}) {
  const leftOut = new Map<string, string>();
  opened = await ReadyPhones.open({
    settings: {
      ...loadSettings({ MI_TARGET: 'devices', MI_STATE_DIR: stateDir }),
      inventory: { phones: NAMES.map((name) => inInventory(name)) },
      ...changes,
    },
    runId: 'test',
    folder: new RunFolder(join(stateDir, 'never-created')),
    adb: { adb: new Adb({ adbPath: 'adb' }), adbPath: 'adb' },
    signal: new AbortController().signal,
    onPhone: () => undefined,
    onNote: () => undefined,
    mayBegin: () => Promise.resolve(),
    onLeftOut: (serial, reason) => leftOut.set(serial, reason),
  });
  return { serials: opened.phones.map(({ phone }) => phone.serial), leftOut };
}

test('a run takes the good phone, and leaves out the others with their reasons', async () => {
  const { serials, leftOut } = await open();
  assert.deepEqual(serials, [serialOf('good')]);
  assert.match(leftOut.get(serialOf('unauthorized')) ?? '', /^it is not ready: unauthorized\. /);
  assert.match(leftOut.get(serialOf('offline')) ?? '', /^it is not ready: offline\. /);
  assert.match(
    leftOut.get(serialOf('closed')) ?? '',
    /^USB debugging \(Security settings\): off\. Turn on /,
  );
});

test('a phone that was left out is free for others', async () => {
  await open();
  const leased = await new LeaseStore(stateDir).list();
  assert.deepEqual(
    leased.map(({ serial }) => serial),
    [serialOf('good')],
  );
});

test('where one phone is wanted, a good one is taken instead of the first', async () => {
  const { serials } = await open({ phoneCount: 1 });
  assert.deepEqual(serials, [serialOf('good')]);
});

test('a phone that sleeps is woken', async () => {
  const { device } = phones.get('good');
  await device.shell('input keyevent KEYCODE_SLEEP');
  await open();
  assert.match((await device.shell('dumpsys power')).stdout, /mWakefulness=Awake/);
});

test('a run that names one that is not authorised is refused', async () => {
  const selection = selectionOf(serialOf('good'), serialOf('unauthorized'));
  await assert.rejects(open({ selection }), (error) => {
    assert.ok(error instanceof PhoneNotAvailableError);
    assert.equal(error.details.phone, serialOf('unauthorized'));
    return true;
  });
});

test('a run that names one with a closed gate is refused, and keeps no phone', async () => {
  const selection = selectionOf(serialOf('good'), serialOf('closed'));
  await assert.rejects(open({ selection }), (error) => {
    assert.ok(error instanceof PhoneNotReadyError);
    assert.equal(error.details.phone, serialOf('closed'));
    return true;
  });
  assert.deepEqual(await new LeaseStore(stateDir).list(), []);
});

test('a phone whose SMS go to one without its SIM card is refused', async () => {
  const { number } = phones.get('good').info;
  const inventory = {
    phones: [
      inInventory('good', { sims: [], signUpNumber: number }),
      inInventory('closed', { sims: [{ slot: 2, number }] }),
    ],
  };
  await assert.rejects(open({ inventory, selection: selectionOf(serialOf('good')) }), (error) => {
    assert.ok(error instanceof PhoneNotReadyError);
    assert.equal(error.details.phone, serialOf('closed'));
    assert.match(error.message, /SIM card: .*SIM 2 ABSENT/);
    return true;
  });
});
