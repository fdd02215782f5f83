import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, test } from 'node:test';
import { redmi7a } from '../../../emulator/profiles/redmi-7a.ts';
import { APKS, ShellPhone } from './phone.ts';
import { type SettingsApp, settingsApp } from './stock-appium.ts';

const SMS_APP = 'com.google.android.apps.messaging';

let phone: ShellPhone;
let helper: SettingsApp;

async function start(profile?: ConstructorParameters<typeof ShellPhone>[0]): Promise<void> {
  phone = new ShellPhone(profile);
  // What the account app says by itself is not the matter here.
  phone.system.notifications.cancelAll('com.xiaomi.account');
  await phone.install(APKS.settings);
  helper = await settingsApp(phone);
}

async function bodies(): Promise<(string | null | undefined)[]> {
  return (await helper.getSmsList()).items.map(({ body }) => body);
}

async function notifiedTexts(): Promise<(string | null | undefined)[]> {
  const { statusBarNotifications } = await helper.getNotifications();
  return statusBarNotifications.map(({ notification }) => notification['text']);
}

afterEach(() => phone.stop());

describe('messages by Appium’s helper', () => {
  beforeEach(() => start());

  test('it lists them with all that the inbox has of them', async () => {
    phone.system.telephony.receiveSms({
      from: 'Xiaomi',
      body: 'Code 123456, “хорошо”\nhttps://mi.com/?a="b"',
    });
    assert.deepEqual(await helper.getSmsList(), {
      items: [
        {
          id: '1',
          address: 'Xiaomi',
          person: null,
          date: String(phone.clock.now()),
          read: '0',
          status: '-1',
          type: '1',
          subject: null,
          body: 'Code 123456, “хорошо”\nhttps://mi.com/?a="b"',
          serviceCenter: '+12063130004',
        },
      ],
      total: 1,
    });
  });

  test('it lists the newest, and says how many there are', async () => {
    for (const body of ['one', 'two', 'three']) {
      phone.clock.advance(1000);
      phone.system.telephony.receiveSms({ from: '+12015550100', body });
    }
    const { items, total } = await helper.getSmsList({ max: 2 });
    assert.deepEqual([items.map(({ body }) => body), total], [['three', 'two'], 3]);
  });

  test('it fails without the permission', async () => {
    phone.system.telephony.receiveSms({ from: '+12015550100', body: 'one' });
    await phone.run('pm revoke io.appium.settings android.permission.READ_SMS');
    await assert.rejects(helper.getSmsList(), /Cannot parse SMS list/);
    assert.match(
      await phone.stdout('logcat -d'),
      /System\.err: .*requires android\.permission\.READ_SMS/,
    );
  });

  test('it lists them again once the permission is granted', async () => {
    phone.system.telephony.receiveSms({ from: '+12015550100', body: 'one' });
    await phone.run('pm revoke io.appium.settings android.permission.READ_SMS');
    await phone.run('pm grant io.appium.settings android.permission.READ_SMS');
    assert.deepEqual(await bodies(), ['one']);
  });

  test('it sees none while the operation is ignored', async () => {
    phone.system.telephony.receiveSms({ from: '+12015550100', body: 'one' });
    await phone.run('appops set io.appium.settings READ_SMS ignore');
    assert.deepEqual(await bodies(), []);
  });

  test('it does not see those of services without the notification SMS permission', async () => {
    phone.system.gates.set('notification-sms', 'denied');
    phone.system.telephony.receiveSms({ from: 'Xiaomi', body: 'Code 123456' });
    phone.system.telephony.receiveSms({ from: '+12015550100', body: 'Hello' });
    assert.deepEqual(await bodies(), ['Hello']);
  });
});

describe('notifications by Appium’s helper', () => {
  beforeEach(() => start());

  test('it lists what was there before it, and what came since, the newest first', async () => {
    phone.system.telephony.receiveSms({ from: '+12015550100', body: 'before' });
    await helper.adjustNotificationsPermissions();
    phone.system.telephony.receiveSms({ from: '+12015550101', body: 'since' });
    assert.deepEqual(await notifiedTexts(), ['since', 'before']);
  });

  test('it describes one as the system has it', async () => {
    await helper.adjustNotificationsPermissions();
    phone.system.telephony.receiveSms({ from: '+12015550100', body: 'Hello' });
    const uid = phone.system.packages.get(SMS_APP)?.uid;
    assert.deepEqual((await helper.getNotifications()).statusBarNotifications[0], {
      packageName: SMS_APP,
      isClearable: true,
      isOngoing: false,
      id: 1,
      tag: null,
      postTime: phone.clock.now(),
      isRemoved: false,
      notification: {
        title: '+12015550100',
        bigTitle: null,
        text: 'Hello',
        bigText: null,
        tickerText: null,
        subText: null,
        infoText: null,
        template: 'android.app.Notification$MessagingStyle',
      },
      isGroup: false,
      userHandle: 0,
      groupKey: `0|${SMS_APP}|1|null|${uid}`,
      overrideGroupKey: null,
      key: `0|${SMS_APP}|1|null|${uid}`,
    });
  });

  test('it remembers one that has been dismissed', async () => {
    await helper.adjustNotificationsPermissions();
    phone.system.telephony.receiveSms({ from: '+12015550100', body: 'Hello' });
    phone.system.notifications.cancelAll(SMS_APP);
    const { statusBarNotifications } = await helper.getNotifications();
    assert.deepEqual(
      statusBarNotifications.map(({ isRemoved }) => isRemoved),
      [true],
    );
  });

  test('it fails without notification access', async () => {
    await assert.rejects(helper.getNotifications(), /Cannot parse notifications/);
  });

  test('it fails once the access is taken away', async () => {
    await helper.adjustNotificationsPermissions();
    await phone.run('cmd notification disallow_listener io.appium.settings/.NLService');
    await assert.rejects(helper.getNotifications(), /Cannot parse notifications/);
  });

  test('a process that the ROM killed has forgotten what was dismissed', async () => {
    await helper.adjustNotificationsPermissions();
    phone.system.telephony.receiveSms({ from: '+12015550100', body: 'Hello' });
    phone.system.notifications.cancelAll(SMS_APP);
    phone.system.forceStop('io.appium.settings');
    assert.deepEqual(await notifiedTexts(), []);
  });

  test('it holds a hundred, and lets those go first that were dismissed', async () => {
    await helper.adjustNotificationsPermissions();
    const post = (id: number) =>
      phone.system.notifications.post({ packageName: 'android', id, title: '', text: `${id}` });
    for (let id = 0; id < 100; id++) post(id);
    phone.system.notifications.cancel('android', 50);
    post(100);
    const texts = await notifiedTexts();
    assert.deepEqual([texts.length, texts[0], texts.includes('50')], [100, '100', false]);
  });
});

describe('a notification with a code, where those are hidden', () => {
  beforeEach(async () => {
    await start();
    phone.system.gates.set('notification-codes', 'hidden');
    await helper.adjustNotificationsPermissions();
  });

  test('the helper sees the app’s name and no text', async () => {
    phone.system.telephony.receiveSms({ from: 'Xiaomi', body: 'Your code is 271828' });
    const [first] = (await helper.getNotifications()).statusBarNotifications;
    assert.deepEqual(
      [first?.notification['title'], first?.notification['text']],
      ['Messages', 'Sensitive notification content hidden'],
    );
  });

  test('it sees all once it is trusted', async () => {
    phone.system.telephony.receiveSms({ from: 'Xiaomi', body: 'Your code is 271828' });
    await phone.run('appops set io.appium.settings RECEIVE_SENSITIVE_NOTIFICATIONS allow');
    assert.deepEqual(await notifiedTexts(), ['Your code is 271828']);
  });

  test('what holds no code is not hidden', async () => {
    phone.system.telephony.receiveSms({ from: '+12015550100', body: 'Until 9' });
    assert.deepEqual(await notifiedTexts(), ['Until 9']);
  });
});

describe('without Autostart', () => {
  beforeEach(() => start());

  test('the system does not start the helper for a notification', async () => {
    phone.system.gates.set('autostart', 'denied');
    await helper.adjustNotificationsPermissions();
    assert.equal(await phone.stdout('pidof io.appium.settings'), '');
  });

  test('with it the system does', async () => {
    await helper.adjustNotificationsPermissions();
    assert.match(await phone.stdout('pidof io.appium.settings'), /^\d+$/m);
  });
});

describe('notifications of an Android before 10', () => {
  beforeEach(() => start(redmi7a));

  test('the driver does not ask for access, which a person gives', async () => {
    assert.equal(await helper.adjustNotificationsPermissions(), false);
  });

  test('what MIUI’s SMS app posts has its text twice', async () => {
    await phone.run('cmd notification allow_listener io.appium.settings/.NLService');
    phone.system.telephony.receiveSms({ from: '小米', body: '验证码 123456' });
    const { statusBarNotifications } = await helper.getNotifications();
    const [first] = statusBarNotifications;
    assert.deepEqual(
      [first?.notification['text'], first?.notification['bigText']],
      ['验证码 123456', '验证码 123456'],
    );
  });
});
