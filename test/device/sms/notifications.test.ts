import assert from 'node:assert/strict';
import { test } from 'node:test';
import { AdbError, SmsSourceClosedError } from '../../../device/errors.ts';
import { SmsNotifications } from '../../../device/sms/notifications.ts';
import type { SmsMessage } from '../../../device/sms/source.ts';
import { FakeAdb } from '../fake-adb.ts';
import { dumpOf, record, type RecordContent } from './dumped-notifications.ts';

const SINCE_MS = 1_735_689_600_000;

const posted = (content: Partial<RecordContent>): RecordContent => ({
  title: 'xiaomi',
  text: 'code',
  whenMs: SINCE_MS,
  ...content,
});

/** A phone with these notifications, whose SMS app is one of its own, if given. */
function phoneWith(contents: readonly Partial<RecordContent>[], smsApp = 'null'): FakeAdb {
  return new FakeAdb((command) => ({
    stdout: command.startsWith('dumpsys')
      ? dumpOf(contents.map((content, id) => record(posted({ id, ...content }))))
      : `${smsApp}\ncmd: Can't find service: role\n`,
  }));
}

async function messagesOf(adb: FakeAdb): Promise<readonly SmsMessage[]> {
  const sighting = await new SmsNotifications(adb).look(SINCE_MS);
  assert.ok(sighting.kind === 'messages');
  return sighting.messages;
}

const texts = async (adb: FakeAdb) => (await messagesOf(adb)).map(({ body }) => body);

test("what the SMS app has posted is a message, with its sender and the phone's time", async () => {
  assert.deepEqual(await messagesOf(phoneWith([{}])), [
    {
      id: `0|com.android.mms|0|null|10097 ${SINCE_MS}`,
      sender: 'xiaomi',
      body: 'code',
      receivedMs: SINCE_MS,
      sentMs: 0,
      blocked: false,
    },
  ]);
});

test('what was posted before the request does not count', async () => {
  const adb = phoneWith([{ text: 'old', whenMs: SINCE_MS - 1 }, { text: 'new' }]);
  assert.deepEqual(await texts(adb), ['new']);
});

test('of a conversation only the messages since the request count', async () => {
  const messages = [
    { sender: 'xiaomi', text: 'old', atMs: SINCE_MS - 60_000 },
    { sender: '', text: 'new', atMs: SINCE_MS + 1 },
  ];
  const found = await messagesOf(phoneWith([{ messages }]));
  assert.deepEqual(
    found.map(({ sender, body }) => [sender, body]),
    [['xiaomi', 'new']],
  );
});

test('a summary of a group, which says nothing, is no message', async () => {
  assert.deepEqual(await texts(phoneWith([{ text: '' }])), []);
});

test('other apps do not count', async () => {
  assert.deepEqual(await texts(phoneWith([{ packageName: 'com.whatsapp' }])), []);
});

test('the SMS app that a person has chosen counts', async () => {
  const adb = phoneWith([{ packageName: 'org.example.sms' }], 'org.example.sms');
  assert.deepEqual(await texts(adb), ['code']);
});

test('the newest is first', async () => {
  const adb = phoneWith([{ text: 'first' }, { text: 'second', whenMs: SINCE_MS + 1 }]);
  assert.deepEqual(await texts(adb), ['second', 'first']);
});

test('the SMS app is asked for once', async () => {
  const adb = phoneWith([]);
  const source = new SmsNotifications(adb);
  await source.look(0);
  await source.look(0);
  assert.equal(adb.commands.filter((command) => command.startsWith('settings')).length, 1);
});

test('when the phone does not say which SMS app it has, those of Xiaomi and Google count', async () => {
  const adb = new FakeAdb((command) => {
    if (command.startsWith('dumpsys')) return { stdout: dumpOf([record(posted({}))]) };
    throw new AdbError('adb did not answer.', { remedy: 'Look.' });
  });
  assert.deepEqual(await texts(adb), ['code']);
});

test('content that is left out closes the source, and the error says so', async () => {
  await assert.rejects(messagesOf(phoneWith([{ redacted: 'length' }])), (error: unknown) => {
    assert.ok(error instanceof SmsSourceClosedError);
    assert.match(error.message, /notification content is redacted/);
    return true;
  });
});

test('a refusal closes the source, with what the phone answered', async () => {
  const adb = new FakeAdb(() => ({ stdout: "Permission Denial: can't dump NotificationManager" }));
  await assert.rejects(messagesOf(adb), (error: unknown) => {
    assert.ok(error instanceof SmsSourceClosedError);
    assert.match(error.message, /seen: Permission Denial: can't dump.*USB debugging/s);
    return true;
  });
});
