import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { parseNotificationDump } from '../../../device/sms/notification-dump.ts';
import {
  anyText,
  dumpOf,
  record,
  type DumpStyle,
  type RecordContent,
} from './dumped-notifications.ts';

const AT_MS = 1_735_689_600_000;

function parsed(records: readonly RecordContent[], style?: DumpStyle) {
  const dump = parseNotificationDump(dumpOf(records.map((content) => record(content, style))));
  assert.ok(dump !== undefined);
  return dump;
}

for (const style of ['android 9', 'android 13', 'android 16'] as const) {
  test(`a notification of ${style} is read: app, key, time, title and text`, () => {
    const { notifications } = parsed([{ title: 'xiaomi', text: 'code 1', whenMs: AT_MS }], style);
    assert.deepEqual(notifications, [
      {
        packageName: 'com.android.mms',
        key: '0|com.android.mms|7|null|10097',
        atMs: AT_MS,
        title: 'xiaomi',
        text: 'code 1',
        messages: [],
      },
    ]);
  });
}

test('any title and text are read back: brackets, line breaks, what looks like the dump', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(anyText, anyText), { minLength: 1, maxLength: 3 }), (texts) => {
      const { notifications } = parsed(texts.map(([title, text], id) => ({ id, title, text })));
      assert.deepEqual(
        notifications.map(({ title, text }) => [title, text]),
        texts,
      );
    }),
  );
});

test('any messages of a conversation are read back, each with its own time', () => {
  const message = fc.record(
    {
      sender: fc.constantFrom('xiaomi', '+8613800138000', 'A, B'),
      text: anyText,
      atMs: fc.integer({ min: 1 }),
    },
    { noNullPrototype: true },
  );
  fc.assert(
    fc.property(fc.array(message, { minLength: 1, maxLength: 3 }), (messages) => {
      const { notifications } = parsed([{ title: 't', text: 'x', messages }]);
      assert.deepEqual(notifications[0]?.messages, messages);
    }),
  );
});

test('the long form of a text is preferred', () => {
  const { notifications } = parsed([{ title: 't', text: 'Mi Account…', bigText: 'Mi Account 1' }]);
  assert.equal(notifications[0]?.text, 'Mi Account 1');
});

test('a notification that the phone posted again after a restart keeps the time of its message', () => {
  const { notifications } = parsed([
    { title: 't', text: 'x', whenMs: AT_MS, createdMs: AT_MS + 9e6, updatedMs: AT_MS + 9e6 },
  ]);
  assert.equal(notifications[0]?.atMs, AT_MS);
});

test('a notification without a time of its own has that of its last change', () => {
  const { notifications } = parsed([
    { title: 't', text: 'x', whenMs: 0, createdMs: AT_MS, updatedMs: AT_MS + 1 },
  ]);
  assert.equal(notifications[0]?.atMs, AT_MS + 1);
});

test('the version for the lock screen is not taken for the notification', () => {
  const { notifications } = parsed([{ title: 'xiaomi', text: 'x', publicTitle: '1 new message' }]);
  assert.equal(notifications[0]?.title, 'xiaomi');
});

test('a conversation that the system did not open has no messages', () => {
  const { notifications } = parsed([
    { title: 't', text: 'x', messageLines: ['[0] Bundle[mParcelledData.dataSize=492]'] },
  ]);
  assert.deepEqual(notifications[0]?.messages, []);
});

for (const how of ['length', 'nothing'] as const) {
  test(`a dump that shows ${how} of a text is redacted`, () => {
    assert.equal(parsed([{ title: 't', text: 'x', redacted: how }]).isRedacted, true);
  });
}

test('a text that looks redacted is not', () => {
  assert.equal(parsed([{ title: 't', text: 'String [length=4]' }]).isRedacted, false);
});

test('a phone without notifications has none', () => {
  assert.deepEqual(parsed([]).notifications, []);
});

test('line ends of an old adb are no part of a text', () => {
  const output = dumpOf([record({ title: 't', text: 'two\nlines' })]).replaceAll('\n', '\r\n');
  assert.equal(parseNotificationDump(output)?.notifications[0]?.text, 'two\nlines');
});

for (const refusal of [
  '',
  "Permission Denial: can't dump NotificationManager from from pid=1, uid=2000",
  "Can't find service: notification",
]) {
  test(`“${refusal}” is no dump`, () => {
    assert.equal(parseNotificationDump(refusal), undefined);
  });
}
