import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { LiveSignupNotAllowedError, NumberNotGivenError } from '../../../config/live.ts';
import type { PhoneEnvironment } from '../../../config/run-context.ts';
import { loadSettings } from '../../../config/settings.ts';
import type { Adb } from '../../../device/adb.ts';
import { AlreadySignedInError, NumberAlreadyUsedError } from '../../../device/errors.ts';
import { Ledger } from '../../../device/ledger/ledger.ts';
import { guardLivePhones } from '../../../launcher/live/guard.ts';

const root = mkdtempSync(join(tmpdir(), 'mi-guard-'));
after(() => rmSync(root, { recursive: true }));

const NUMBER = '+12015550123';
const SERIAL = '8e3f21';
const GIVEN = { MI_PHONES: SERIAL, MI_PHONE_NUMBER: NUMBER, MI_ALLOW_LIVE_SIGNUP: 'yes' };
let folders = 0;

/** The guard before a run on one phone. */
function guard(
  environment: PhoneEnvironment,
  { env = GIVEN, account }: { env?: Record<string, string>; account?: string } = {},
) {
  folders += 1;
  const ledger = new Ledger(join(root, String(folders)));
  const settings = loadSettings({ MI_TARGET: 'devices', ...env });
  const phone = { serial: SERIAL, model: 'Redmi 7A', system: 'MIUI 12', environment };
  const asked: string[] = [];
  const lines = account === undefined ? [] : [`    Account {name=${account}, type=com.xiaomi}`];
  const stdout = ['User UserInfo{0:Owner:13}:', `  Accounts: ${lines.length}`, ...lines].join('\n');
  const adb = {
    serial: SERIAL,
    shell: (command: string) => {
      asked.push(command);
      return Promise.resolve({ stdout, stderr: '', exitCode: 0 });
    },
  } as unknown as Adb;
  const { signal } = new AbortController();
  const run = () => guardLivePhones([{ phone, number: NUMBER, adb }], { settings, ledger, signal });
  return { run, ledger, asked };
}

test('a live phone with a fresh number and nobody signed in may begin, and it is said what happens', async () => {
  const notes = await guard('live').run();
  assert.equal(notes.length, 1);
  assert.match(notes[0] ?? '', /creates a Mi account.*…123/);
});

test('of a phone that the run started nothing is asked', async () => {
  const { run, asked } = guard('test', { account: '6230***535' });
  assert.deepEqual(await run(), []);
  assert.deepEqual(asked, []);
});

test('a live phone that somebody is signed in on is refused', async () => {
  await assert.rejects(guard('live', { account: '6230***535' }).run(), AlreadySignedInError);
});

test('a number that the ledger has is refused before the phone is asked anything', async () => {
  const { run, ledger, asked } = guard('live');
  const attempt = { runId: 'run-1', serial: 'another', number: NUMBER, environment: 'live' };
  await ledger.recordIntent({ ...attempt, environment: 'live' });
  await assert.rejects(run(), NumberAlreadyUsedError);
  assert.deepEqual(asked, []);
});

test('without the permission a live phone is refused', async () => {
  const env = { MI_PHONES: SERIAL, MI_PHONE_NUMBER: NUMBER };
  await assert.rejects(guard('live', { env }).run(), LiveSignupNotAllowedError);
});

test('a number that was given for no phone is refused on live, and taken on staging', async () => {
  const env = { MI_PHONE_NUMBER: NUMBER, MI_ALLOW_LIVE_SIGNUP: 'yes' };
  await assert.rejects(guard('live', { env }).run(), NumberNotGivenError);
  assert.deepEqual(await guard('staging', { env }).run(), []);
});
