import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  SMS_COLUMNS,
  SmsProvider,
  UnknownUriError,
} from '../../../emulator/android/providers/sms-provider.ts';

function provider(...addresses: string[]): SmsProvider {
  const sms = new SmsProvider('com.android.mms');
  addresses.forEach((address, index) => sms.insert({ address, body: 'x', dateMs: 1000 + index }));
  return sms;
}

test('a row has the columns of MIUI', () => {
  assert.deepEqual(provider('a').query('content://sms').columns, SMS_COLUMNS);
  assert.equal(SMS_COLUMNS.length, 38);
});

test('a new message is unread, in the inbox, from the SMS app', () => {
  const [row] = provider('a').rows;
  assert.deepEqual(
    [row?.read, row?.seen, row?.type, row?.block_type, row?.creator],
    [0, 0, 1, 0, 'com.android.mms'],
  );
});

test('messages of one address share a thread', () => {
  assert.deepEqual(
    provider('a', 'b', 'a').rows.map((row) => row.thread_id),
    [1, 2, 1],
  );
});

test('the newest message comes first', () => {
  const { rows } = provider('a', 'b').query('content://sms/inbox', { projection: ['address'] });
  assert.deepEqual(rows, [{ address: 'b' }, { address: 'a' }]);
});

test('the order and a limit can be asked for', () => {
  const { rows } = provider('a', 'b', 'c').query('content://sms/inbox', {
    projection: ['address'],
    sort: 'date ASC LIMIT 1 OFFSET 1',
  });
  assert.deepEqual(rows, [{ address: 'b' }]);
});

test('a message is reached by its id', () => {
  const { rows } = provider('a', 'b').query('content://sms/2', { projection: ['address'] });
  assert.deepEqual(rows, [{ address: 'b' }]);
});

test('another folder is empty', () => {
  assert.deepEqual(provider('a').query('content://sms/sent').rows, []);
});

test('an unknown folder is refused', () => {
  assert.throws(() => provider().query('content://sms/nope'), UnknownUriError);
});

test('opening a conversation marks it read', () => {
  const sms = provider('a', 'b');
  sms.markRead('a');
  assert.deepEqual(
    sms.rows.map((row) => row.read),
    [1, 0],
  );
});
