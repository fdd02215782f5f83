import assert from 'node:assert/strict';
import { test } from 'node:test';
import { AccountManager } from '../../../emulator/android/account-manager.ts';
import { ManualClock } from '../../../emulator/android/clock.ts';
import { keyCodeOf } from '../../../emulator/android/key-codes.ts';
import { Logcat } from '../../../emulator/android/logcat.ts';
import { NotificationManager } from '../../../emulator/android/notification-manager.ts';
import { ProcessTable } from '../../../emulator/android/process-table.ts';
import {
  propertiesOf,
  ReadOnlyPropertyError,
  SystemProperties,
} from '../../../emulator/android/properties.ts';
import { SmsProvider } from '../../../emulator/android/providers/sms-provider.ts';
import { Telephony } from '../../../emulator/android/telephony.ts';
import { redmiNote13Pro5g } from '../../../emulator/profiles/redmi-note-13-pro-5g.ts';

test('a read-only property is set once', () => {
  const properties = new SystemProperties({});
  properties.set('ro.a', '1');
  assert.throws(() => properties.set('ro.a', '2'), ReadOnlyPropertyError);
});

test('a restart leaves the system image’s properties and those that persist', () => {
  const properties = new SystemProperties({ 'ro.a': '1', 'debug.b': 'first' });
  for (const name of ['debug.b', 'debug.c', 'persist.d']) properties.set(name, 'set');
  properties.restart();
  assert.deepEqual(properties.entries(), [
    ['debug.b', 'first'],
    ['persist.d', 'set'],
    ['ro.a', '1'],
  ]);
});

test('the profile’s properties win over those derived from it', () => {
  assert.equal(propertiesOf(redmiNote13Pro5g)['ro.product.model'], '2312DRA50G');
});

test('USB debugging (Security settings) is on', () => {
  assert.equal(propertiesOf(redmiNote13Pro5g)['persist.security.adbinput'], '1');
});

test('a process starts once', () => {
  const processes = new ProcessTable(new ManualClock());
  assert.equal(processes.start('a.b').pid, processes.start('a.b').pid);
});

test('who waits for a process hears of its end', () => {
  const processes = new ProcessTable(new ManualClock());
  const { pid } = processes.start('a.b');
  let ended = 0;
  processes.onKill(pid, () => ended++);
  processes.killByName('a.b');
  assert.equal(ended, 1);
});

test('a notification with the same tag and id is replaced', () => {
  const notifications = new NotificationManager(new ManualClock());
  const spec = { packageName: 'a', id: 1, title: 't' };
  notifications.post({ ...spec, text: 'one' });
  notifications.post({ ...spec, text: 'two' });
  assert.deepEqual(
    notifications.list().map(({ text }) => text),
    ['two'],
  );
});

test('an account keeps its user data', () => {
  const accounts = new AccountManager();
  accounts.add({ name: '1', type: 'com.xiaomi', userData: { nick: 'n' } });
  assert.equal(accounts.userData({ name: '1', type: 'com.xiaomi' }, 'nick'), 'n');
});

test('a received SMS becomes a row, a notification and an event', () => {
  const clock = new ManualClock(1000);
  const notifications = new NotificationManager(clock);
  const sms = new SmsProvider('sms.app');
  const telephony = new Telephony({
    sims: [],
    smsApp: 'sms.app',
    clock,
    sms,
    notifications,
    logcat: new Logcat(clock),
  });
  const heard: unknown[] = [];
  telephony.onSms((row) => heard.push(row.body));
  telephony.receiveSms({ from: 'Xiaomi', body: 'hello', sentMs: 900 });
  const [row] = sms.rows;
  assert.deepEqual([row?.address, row?.date, row?.date_sent], ['Xiaomi', 1000, 900]);
  assert.deepEqual(
    notifications.list().map(({ packageName, title, text }) => [packageName, title, text]),
    [['sms.app', 'Xiaomi', 'hello']],
  );
  assert.deepEqual(heard, ['hello']);
});

for (const [text, code] of [
  ['66', 66],
  ['ENTER', 66],
  ['KEYCODE_ENTER', 66],
  ['keycode_a', 29],
  ['Z', 54],
  ['KEYCODE_9', 16],
  ['F12', 142],
  ['NUMPAD_3', 147],
  ['KEYCODE_NOPE', undefined],
  ['9999', undefined],
] as const) {
  test(`key ${text} is ${code}`, () => {
    assert.equal(keyCodeOf(text), code);
  });
}
