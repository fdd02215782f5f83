import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { LeaseUnreadableError } from '../../../device/leases/errors.ts';
import { thisHolder, type LeaseHolder } from '../../../device/leases/record.ts';
import { LeaseStore, type Lease } from '../../../device/leases/store.ts';

let stateDir: string;
let store: LeaseStore;
let living: LeaseHolder;
let dead: LeaseHolder;

beforeEach(async () => {
  stateDir = mkdtempSync(join(tmpdir(), 'lease-store-test-'));
  store = new LeaseStore(stateDir);
  living = await thisHolder('living');
  dead = { ...living, runId: 'dead', process: { ...living.process, startedAt: 'long ago' } };
});
afterEach(() => rmSync(stateDir, { recursive: true }));

async function take(serial: string, holder = living): Promise<Lease> {
  const { leases } = await store.take([serial], holder);
  const [lease] = leases ?? [];
  assert.ok(lease);
  return lease;
}

const serialsOf = (leases: readonly { serial: string }[] | undefined) =>
  leases?.map(({ serial }) => serial);

describe('leases', () => {
  it('are for the eyes of this user only', async () => {
    const phone = '10.0.0.2:5555';
    await take(phone);
    const folder = join(stateDir, 'leases');
    const [file = ''] = readdirSync(folder);
    const modes = [folder, join(folder, file)].map((path) => statSync(path).mode & 0o777);
    assert.deepEqual(modes, [0o700, 0o600]);
  });

  it('name their holder to whoever wants the phone too', async () => {
    await take('8e3f21');
    const { busy } = await store.take(['8e3f21'], { ...living, runId: 'second' });
    assert.deepEqual(
      busy?.map(({ serial, holder }) => ({ serial, runId: holder.runId })),
      [{ serial: '8e3f21', runId: 'living' }],
    );
  });

  it('may be of phones of another machine, with the same serial', async () => {
    const remote = 'grid.example:4444/emulator-5554';
    await take('emulator-5554');
    await take(remote);
    assert.deepEqual(serialsOf(await store.list())?.toSorted(), ['emulator-5554', remote]);
  });

  it('of some of the phones are the first free ones', async () => {
    await take('a');
    const { leases } = await store.take(['a', 'b', 'c', 'd'], living, { atLeast: 1, atMost: 2 });
    assert.deepEqual(serialsOf(leases), ['b', 'c']);
  });

  it('of some of the phones are none when too few are free', async () => {
    await take('a');
    const { leases } = await store.take(['a', 'b'], living, { atLeast: 2 });
    assert.equal(leases, undefined);
  });

  it('have ports of their own, also apart from those of the dead', async () => {
    const before = await take('a', dead);
    const { leases = [] } = await store.take(['a', 'b', 'c'], living);
    const ports = [before, ...leases].flatMap(({ ports: { system, mjpeg } }) => [system, mjpeg]);
    assert.equal(new Set(ports).size, 8);
  });

  it('remember the ports of the dead until they are cleared', async () => {
    const first = await take('a', dead);
    const second = await take('a', dead);
    const third = await take('a');
    await third.cleared();
    const [now] = await store.list();
    assert.deepEqual(
      { third: third.leftBehind, now: now?.leftBehind },
      { third: [first.ports, second.ports], now: [] },
    );
  });

  it('of the dead are taken for clearing, those of the living are not', async () => {
    await take('a', dead);
    await take('b');
    assert.deepEqual(serialsOf(await store.takeDead(living)), ['a']);
  });

  it('are over when they are given back', async () => {
    await (await take('a')).release();
    assert.deepEqual(await store.list(), []);
  });

  it('that were taken away by hand are left to the next holder', async () => {
    const lost = await take('a');
    await store.release('a', { force: true });
    const next = await take('a');
    await lost.release();
    const [now] = await store.list();
    assert.equal(now?.id, next.record.id);
  });

  it('of the living are released by hand only by force', async () => {
    await take('a');
    const outcomes = [];
    for (const force of [false, true]) {
      outcomes.push((await store.release('a', { force })).outcome);
    }
    assert.deepEqual(outcomes, ['refused', 'released']);
  });

  it('of the dead are released by hand, and said whose they were', async () => {
    await take('a', dead);
    const releasing = await store.release('a', { force: false });
    assert.deepEqual(releasing.outcome === 'released' && releasing.lease.holder.runId, 'dead');
  });

  it('that nobody has need no release', async () => {
    assert.deepEqual(await store.release('a', { force: false }), { outcome: 'none' });
  });

  it('of an emulator on another machine with the same folder stand in nobody’s way', async () => {
    await take('emulator-5554');
    const folder = join(stateDir, 'leases');
    const [file = ''] = readdirSync(folder);
    renameSync(join(folder, file), join(folder, 'emulator-5554%40elsewhere.json'));
    assert.equal((await take('emulator-5554')).serial, 'emulator-5554');
  });

  it('that were cut short by a loss of power are nobody’s', async () => {
    await take('8e3f21');
    writeFileSync(join(stateDir, 'leases', '8e3f21.json'), '{"version":1,');
    assert.equal((await take('8e3f21')).serial, '8e3f21');
  });

  it('of another version are respected', async () => {
    await take('8e3f21');
    writeFileSync(join(stateDir, 'leases', '8e3f21.json'), '{"version":2}');
    await assert.rejects(store.take(['8e3f21'], living), LeaseUnreadableError);
  });
});
