import assert from 'node:assert/strict';
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
import type { SessionPorts } from '../../config/capabilities.ts';
import { RealHarnessClock } from '../../config/clock.ts';
import { thisHolder, type LeaseHolder } from '../../device/leases/record.ts';
import { LeaseStore } from '../../device/leases/store.ts';
import { SettingsJournals } from '../../device/settings-journal/journal.ts';
import { leasePhones } from '../../launcher/lease-phones.ts';

const STOP =
  'shell am force-stop io.appium.uiautomator2.server; am force-stop io.appium.uiautomator2.server.test';

let stateDir: string;
let store: LeaseStore;
let living: LeaseHolder;
let killed: LeaseHolder;
/** Lines of `adb forward --list`. */
let forwards: string[];
let notes: string[];

beforeEach(async () => {
  stateDir = mkdtempSync(join(tmpdir(), 'sweep-test-'));
  store = new LeaseStore(stateDir);
  living = await thisHolder('living');
  killed = { ...living, runId: 'killed', process: { ...living.process, startedAt: 'long ago' } };
  forwards = [];
  notes = [];
});
afterEach(() => rmSync(stateDir, { recursive: true }));

/** A run has this phone, with a session on it: two forwards. */
async function hadSession(serial: string, holder: LeaseHolder): Promise<SessionPorts> {
  const { leases } = await store.take([serial], holder);
  const ports = leases?.[0]?.ports;
  assert.ok(ports);
  forwards.push(`${serial} tcp:${ports.system} tcp:6790`, `${serial} tcp:${ports.mjpeg} tcp:7810`);
  return ports;
}

/** Starts a run with this phone. @returns what it asked of adb, but for the list of forwards. */
async function startRun(serial: string, { works = true } = {}): Promise<string[]> {
  const adbPath = join(stateDir, 'adb');
  const calls = join(stateDir, 'calls');
  const list = join(stateDir, 'forwards');
  writeFileSync(calls, '');
  writeFileSync(list, forwards.join('\n'));
  writeFileSync(
    adbPath,
    `#!/bin/sh\nif [ "$1" = forward ]; then cat ${list}\nelif [ "$1" = devices ]; then echo '8e3f21 device'\nelse echo "$@" >> ${calls}; ${works ? '' : 'exit 1'}\nfi\n`,
  );
  chmodSync(adbPath, 0o755);
  await leasePhones({
    settings: { stateDir, leaseWaitMs: 0 },
    runId: 'next',
    serials: [serial],
    adbPath,
    clock: new RealHarnessClock(),
    signal: new AbortController().signal,
    onNote: (text) => notes.push(text),
  });
  return readFileSync(calls, 'utf8').trim().split('\n');
}

describe('at its start a run', () => {
  it('clears a phone of what a killed run left', async () => {
    const { system, mjpeg } = await hadSession('8e3f21', killed);
    assert.deepEqual(await startRun('8e3f21'), [
      `-s 8e3f21 ${STOP}`,
      `-s 8e3f21 forward --remove tcp:${system}`,
      `-s 8e3f21 forward --remove tcp:${mjpeg}`,
    ]);
  });

  it('clears phones that it does not use, too, and gives them back', async () => {
    await hadSession('8e3f21', killed);
    const calls = await startRun('another');
    const left = (await store.list()).map(({ serial }) => serial);
    assert.deepEqual({ calls: calls.length, left }, { calls: 3, left: ['another'] });
  });

  it('sets phones that it does not use, too, as they were before', async () => {
    await hadSession('8e3f21', killed);
    const { path, journal } = await new SettingsJournals(stateDir).write({
      ...{ version: 1, serial: '8e3f21', hardwareSerial: '', runId: 'killed', changes: [] },
      at: '2026-11-26T00:25:10Z',
    });
    writeFileSync(path, JSON.stringify({ ...journal, owner: killed.process }));
    await startRun('another');
    assert.match(notes.join(), /8e3f21 is set as it was before run killed/);
  });

  it('says so', async () => {
    await hadSession('8e3f21', killed);
    await startRun('8e3f21');
    assert.match(notes.join(), /cleared on 8e3f21/);
  });

  it('leaves the phones of living runs alone', async () => {
    await hadSession('8e3f21', living);
    assert.deepEqual(await startRun('another'), ['']);
  });

  it('leaves the forwards of strangers alone', async () => {
    forwards.push('another tcp:8201 tcp:6790', 'third tcp:8202 tcp:6790');
    assert.deepEqual(await startRun('another'), ['']);
  });

  it('leaves a phone alone that only has the serial of a killed run’s', async () => {
    await hadSession('emulator-5554', killed);
    forwards = ['emulator-5554 tcp:8201 tcp:6790'];
    assert.deepEqual(await startRun('emulator-5554'), ['']);
  });

  it('leaves a forward alone that another phone has at a killed run’s port', async () => {
    const { system } = await hadSession('8e3f21', killed);
    forwards = [`another tcp:${system} tcp:6790`];
    assert.deepEqual(await startRun('8e3f21'), ['']);
  });

  it('begins although something cannot be cleared, and says what', async () => {
    await hadSession('8e3f21', killed);
    await startRun('8e3f21', { works: false });
    assert.match(notes.join(), /8e3f21 could not be cleared/);
  });
});
