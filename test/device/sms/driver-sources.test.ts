import assert from 'node:assert/strict';
import { afterEach, beforeEach, test } from 'node:test';
import { DriverInbox } from '../../../device/sms/driver-inbox.ts';
import { DriverNotifications } from '../../../device/sms/driver-notifications.ts';
import { PhoneLostError, SmsSourceClosedError } from '../../../device/errors.ts';
import type { CodeSource } from '../../../device/sms/source.ts';
import { FakeDriver, type FakeAnswer } from '../driver/fake-driver.ts';

const INBOX = 'mobile: listSms';
const NOTIFICATIONS = 'mobile: getNotifications';

let driver: FakeDriver;

beforeEach(async () => {
  driver = await FakeDriver.start();
});

afterEach(() => driver.stop());

async function look(source: CodeSource, sinceMs: number) {
  const sighting = await source.look(sinceMs, {});
  assert.equal(sighting.kind, 'messages');
  return sighting.messages;
}

/** Of the helper app: every column as text, and `null` where there is none. */
function sms(id: string, date: number, body: string | null = `code ${id}`) {
  const rest = { person: null, read: '0', status: '-1', type: '1', subject: null };
  return { id, address: 'xiaomi', date: String(date), body, ...rest, serviceCenter: null };
}

test('messages of the inbox are those since a time, newest first', async () => {
  const items = [sms('1', 1000), sms('2', 3000), sms('3', 2000)];
  driver.answers.set(INBOX, { value: { items, total: 3 } });
  const messages = await look(new DriverInbox(driver.open()), 2000);
  assert.deepEqual(messages, [message('2', 3000, 'code 2'), message('3', 2000, 'code 3')]);
});

function message(id: string, receivedMs: number, body: string) {
  return { id, sender: 'xiaomi', body, receivedMs, sentMs: 0, blocked: false };
}

test('a message without a text has none', async () => {
  driver.answers.set(INBOX, { value: { items: [sms('1', 5, null)], total: 1 } });
  assert.equal((await look(new DriverInbox(driver.open()), 0))[0]?.body, '');
});

function notification(packageName: string, postTime: number, says: object) {
  return {
    ...{ packageName, postTime, key: `0|${packageName}|1|null|10`, id: 1, tag: null },
    ...{ isGroup: false, isClearable: true, isOngoing: false, isRemoved: false, userHandle: 0 },
    notification: { title: null, bigTitle: null, text: null, bigText: null, ...says },
  };
}

test('notifications are those of SMS apps, in their longest form', async () => {
  const statusBarNotifications = [
    notification('com.android.mms', 1000, { title: 'old', text: 'old' }),
    notification('io.appium.settings', 2000, { title: 'Appium', text: 'Keep running' }),
    notification('com.android.mms', 2000, { title: 'xiaomi', text: 'cut', bigText: 'whole' }),
    notification('com.google.android.apps.messaging', 3000, { title: 'xiaomi', text: 'text' }),
    notification('com.android.mms', 4000, { title: 'group' }),
  ];
  driver.answers.set(NOTIFICATIONS, { value: { statusBarNotifications } });
  const messages = await look(new DriverNotifications(driver.open()), 2000);
  assert.deepEqual(
    messages.map(({ sender, body, receivedMs }) => [sender, body, receivedMs]),
    [
      ['xiaomi', 'text', 3000],
      ['xiaomi', 'whole', 2000],
    ],
  );
});

for (const [command, source] of [
  [INBOX, DriverInbox],
  [NOTIFICATIONS, DriverNotifications],
] as const) {
  const refusals: readonly [what: string, answer: FakeAnswer][] = [
    ['a refusal', { error: 'unknown error', message: 'Check the logcat output' }],
    [
      'a driver without the command',
      { error: 'unknown method', message: 'Unknown mobile command' },
    ],
    ['an answer of another kind', { value: { items: 'none' } }],
  ];
  for (const [what, answer] of refusals) {
    test(`${what} closes the source of ${command}, with what to switch on`, async () => {
      driver.answers.set(command, answer);
      const looking = new source(driver.open()).look(0, {});
      await assert.rejects(looking, (error: unknown) => {
        assert.ok(error instanceof SmsSourceClosedError);
        assert.match(error.details.remedy, /Appium Settings/);
        return true;
      });
    });
  }

  test(`a phone that has gone is no closed source of ${command}`, async () => {
    driver.answers.set(command, { error: 'invalid session id', message: 'gone' });
    await assert.rejects(new source(driver.open()).look(0, {}), PhoneLostError);
  });
}
