import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { PROJECT_ROOT } from '../../../config/paths.ts';
import { thisHolder } from '../../../device/leases/record.ts';
import { LeaseStore } from '../../../device/leases/store.ts';
import { Ledger } from '../../../device/ledger/ledger.ts';
import type { PhoneView } from '../../../launcher/phones/view.ts';
import { NO_OTHER_PHONES, StockAdb } from '../../emulator/adbd/stock-adb.ts';
import { StartedPhone } from '../../emulator/pitfalls/started-phone.ts';

/** A good phone among an unauthorised one, an offline one, and a Chinese one with a closed gate. */
let adb: StockAdb;
let good: StartedPhone;
let closed: StartedPhone;
let unauthorized: StartedPhone;
let offline: StartedPhone;
const stateDir = mkdtempSync(join(tmpdir(), 'phones-state-'));
before(async () => {
  adb = await StockAdb.start(NO_OTHER_PHONES);
  // They choose free ports one after the other.
  good = await StartedPhone.start(adb);
  const gate = ['--adb-input', 'off', '--profile', 'redmi-7a', '--language', 'zh-CN'];
  closed = await StartedPhone.start(adb, ...gate);
  unauthorized = await StartedPhone.start(adb, '--adb-auth', 'unauthorized');
  offline = await StartedPhone.start(adb, '--adb-auth', 'offline');
});
after(async () => {
  for (const phone of [good, closed, unauthorized, offline]) await phone.stop();
  await adb.stop();
  rmSync(stateDir, { recursive: true });
});

interface Printed {
  exitCode: number;
  stdout: string;
  stderr: string;
}

/** `npm run phones` as QA types it. */
function phones(...args: string[]): Promise<Printed> {
  const own = Object.fromEntries(
    Object.entries(adb.env).filter(([name]) => !/^(?:MI_|npm_)/.test(name)),
  );
  const env = {
    ...own,
    // As in a CI job, whose output has no colour either.
    CI: 'true',
    MI_TARGET: 'devices',
    MI_PHONE_NUMBER: good.info.number,
    MI_STATE_DIR: stateDir,
  };
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      ['scripts/run.mjs', 'launcher/phones.ts', ...args],
      { cwd: PROJECT_ROOT, env },
      (error, stdout, stderr) =>
        resolve({ exitCode: error === null ? 0 : Number(error.code), stdout, stderr }),
    );
  });
}

async function shown(...args: string[]): Promise<readonly PhoneView[]> {
  const { stdout, stderr } = await phones('--json', ...args);
  assert.equal(stderr, '');
  return JSON.parse(stdout) as PhoneView[];
}

test('each phone is shown with the first thing that it lacks', async () => {
  const what = new Map((await shown()).map(({ serial, missing }) => [serial, missing?.what]));
  assert.deepEqual(
    [good, closed, unauthorized, offline].map(({ info }) => what.get(info.serial)),
    [undefined, 'USB debugging (Security settings)', 'unauthorized', 'offline'],
  );
});

test('the table says what a phone is, and no number in full', async () => {
  const { exitCode, stdout } = await phones();
  assert.equal(exitCode, 0);
  const line = new RegExp(`^${closed.info.serial} +Redmi 7A +MIUI 10\\.2\\.6.* 9 +zh-CN +1 `, 'm');
  assert.match(stdout, line);
  assert.match(stdout, /^1 of 4 ready$/m);
  assert.doesNotMatch(stdout, new RegExp(good.info.number.slice(1)));
});

test('where no phone is ready the exit code says so', async () => {
  const { exitCode } = await phones(offline.info.serial);
  assert.equal(exitCode, 1);
});

test('conditions leave out the others that answer', async () => {
  const serials = (await shown('language=zh-CN')).map(({ serial }) => serial);
  assert.deepEqual(
    serials.toSorted(),
    [closed, unauthorized, offline].map(({ info }) => info.serial).toSorted(),
  );
});

test('a lease is shown with its holder, and kept while that runs', async () => {
  const store = new LeaseStore(stateDir);
  const { serial } = good.info;
  const { leases = [] } = await store.take([serial], await thisHolder('run-1'));
  try {
    const [phone] = await shown(serial);
    assert.deepEqual(
      { ready: phone?.ready, runId: phone?.lease?.runId },
      { ready: false, runId: 'run-1' },
    );
    const kept = await phones('--release', serial);
    assert.equal(kept.exitCode, 1);
    assert.match(kept.stdout, /kept, since its run goes on: run run-1 of /);
    const released = await phones('--release', serial, '--force');
    assert.match(released.stdout, /released, it was leased by run run-1 of /);
    assert.deepEqual(await store.list(), []);
  } finally {
    for (const lease of leases) await lease.release();
  }
});

test('a phone that signed up on the live service before is not ready for another sign-up', async () => {
  const { serial, number } = good.info;
  await new Ledger(stateDir).recordIntent({
    ...{ runId: 'run-0', serial, number },
    environment: 'live',
  });
  const [phone] = await shown(serial);
  assert.deepEqual([phone?.ready, phone?.missing?.what], [false, 'number used']);
});
