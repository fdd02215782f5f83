import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'node:test';
import { SyncedTable } from '../../../emulator/android/providers/synced-table.ts';

const ANN = '6000000001';
const BOB = '6000000002';

describe('rows that are synced', () => {
  let table: SyncedTable<string>;
  const shown = () => table.rows.map(({ value }) => value);
  const waiting = (account: string) => table.unsynced(account).map(({ value }) => value);

  beforeEach(() => {
    table = new SyncedTable<string>(() => 1000);
  });

  it('wait for the first account there is', () => {
    table.insert('mine');
    assert.deepEqual(waiting(ANN), ['mine']);
  });

  it('do not wait once the cloud has them', () => {
    table.markSynced(table.insert('mine'), ANN);
    assert.deepEqual(waiting(ANN), []);
  });

  it('wait again once they are changed', () => {
    const row = table.insert('mine');
    table.markSynced(row, ANN);
    table.update(row.id, 'changed');
    assert.deepEqual(waiting(ANN), ['changed']);
  });

  it('go on waiting if they were changed while they were sent', () => {
    const sent = table.insert('mine');
    table.update(sent.id, 'changed');
    table.markSynced(sent, ANN);
    assert.deepEqual(waiting(ANN), ['changed']);
  });

  it('come from the cloud', () => {
    table.applyRemote({ uid: 'a', value: 'theirs' }, ANN);
    table.applyRemote({ uid: 'a', value: 'theirs, changed' }, ANN);
    assert.deepEqual(shown(), ['theirs, changed']);
  });

  it('stay as they were changed here when the cloud has them changed too', () => {
    table.applyRemote({ uid: 'a', value: 'theirs' }, ANN);
    table.update(1, 'changed here');
    table.applyRemote({ uid: 'a', value: 'changed there' }, ANN);
    assert.deepEqual(shown(), ['changed here']);
  });

  it('go with their account, and no others do', () => {
    table.insert('mine');
    table.applyRemote({ uid: 'a', value: 'of Ann' }, ANN);
    table.applyRemote({ uid: 'b', value: 'of Bob' }, BOB);
    table.leaveAccount(ANN, 'remove');
    assert.deepEqual(shown(), ['mine', 'of Bob']);
  });

  it('stay without their account, and wait for the next', () => {
    table.applyRemote({ uid: 'a', value: 'of Ann' }, ANN);
    table.leaveAccount(ANN, 'keep');
    assert.deepEqual([shown(), waiting(BOB)], [['of Ann'], ['of Ann']]);
  });

  it('that were kept are the same ones when their account comes back', () => {
    table.applyRemote({ uid: 'a', value: 'of Ann' }, ANN);
    table.leaveAccount(ANN, 'keep');
    table.applyRemote({ uid: 'a', value: 'of Ann' }, ANN);
    assert.deepEqual([shown(), waiting(ANN)], [['of Ann'], []]);
  });
});
