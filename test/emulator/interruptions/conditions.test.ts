import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { parseLatencyRule } from '../../../emulator/service/latencies.ts';
import { account } from '../apps/phone-under-test.ts';
import { InterruptedPhone, TYPED } from './interrupted-phone.ts';

const WARNING = { id: 'com.android.systemui:id/battery_level' };

describe('while somebody signs up', () => {
  let phone: InterruptedPhone;
  beforeEach(async () => {
    phone = new InterruptedPhone({ latency: [parseLatencyRule('sms-codes=5s')] });
    await phone.start();
    await phone.toTypedNumber();
  });
  afterEach(() => phone.stop());

  describe('a low battery', () => {
    const battery = (level: number, charging = false) =>
      phone.make('PUT', '/battery', { level, charging });

    it('is warned of', async () => {
      await battery(15);
      assert.equal(phone.find(WARNING)?.text, '15% left');
    });

    it('leaves the page with what was typed when the warning is closed', async () => {
      await battery(15);
      await phone.tapId('android:id/button2');
      assert.ok(phone.isAtTypedNumber);
    });

    it('is not warned of while the phone is charged', async () => {
      await battery(15, true);
      assert.equal(phone.find(WARNING), undefined);
    });

    it('is not warned of again before it is very low', async () => {
      await battery(15);
      await phone.tapId('android:id/button2');
      await battery(14);
      assert.equal(phone.find(WARNING), undefined);
    });

    it('is warned of again when it is very low', async () => {
      await battery(15);
      await phone.tapId('android:id/button2');
      await battery(10);
      assert.ok(phone.find(WARNING));
    });

    it('is no more warned of once the phone is charged', async () => {
      await battery(15);
      await battery(15, true);
      assert.ok(phone.isAtTypedNumber);
    });
  });

  describe('airplane mode', () => {
    const airplane = (on: boolean) => phone.make('PUT', '/airplane', { on });

    it('takes Wi-Fi with it, and gives it back', async () => {
      const { connectivity } = phone.system;
      await airplane(true);
      const isOnlineInTheAir = connectivity.online;
      await airplane(false);
      assert.deepEqual([isOnlineInTheAir, connectivity.online], [false, true]);
    });

    it('cuts a request that is under way', async () => {
      await phone.submitPhone(TYPED);
      await phone.untilAnswer('waiting');
      await airplane(true);
      await phone.untilAnswer('none');
    });

    it('is told by the app as an error of the network', async () => {
      await phone.submitPhone(TYPED);
      await phone.untilAnswer('waiting');
      await airplane(true);
      const said = 'A network error occurred. Check your network settings and try again.';
      await phone.until(() => phone.toasts.includes(said), 'a toast');
    });

    it('keeps messages in the network until it ends', async () => {
      const messages = () =>
        phone.system.notifications.list().filter(({ text }) => text === 'hello').length;
      await airplane(true);
      await phone.make('POST', '/sms', { from: '10086', body: 'hello' });
      const before = messages();
      await airplane(false);
      assert.deepEqual([before, messages()], [0, 1]);
    });
  });

  it('the notification shade is all that the tree shows', async () => {
    await phone.make('PUT', '/shade', { open: true });
    assert.ok(phone.find({ id: 'com.android.systemui:id/notification_panel' }));
  });

  it('the page is there again when the notification shade is pushed up', async () => {
    await phone.make('PUT', '/shade', { open: true });
    await phone.make('PUT', '/shade', { open: false });
    assert.ok(phone.isAtTypedNumber);
  });

  it('another language builds the page anew in it', async () => {
    await phone.make('PUT', '/language', { locale: 'ru-RU' });
    await phone.waitFor(account('input'));
    assert.ok(phone.texts().some((text) => /[а-я]/.test(text)));
  });

  for (const [what, path, body, expected] of [
    ['a level that is none', '/battery', { level: 101 }, /^'level': 101 is not a whole number/],
    ['a language that the phone has not', '/language', { locale: 'xx' }, /^'locale': 'xx' is not/],
    ['half of a quarter turn', '/rotation', { degrees: 45 }, /^'degrees': 45 is not one of 0, 90/],
  ] as const) {
    it(`${what} is refused`, async () => {
      const [status, said] = await phone.ask('PUT', path, body);
      assert.equal(status, 400);
      assert.match(said, expected);
    });
  }
});

describe('a phone that a person turns', () => {
  let phone: InterruptedPhone;
  beforeEach(async () => {
    phone = new InterruptedPhone();
    await phone.start();
    phone.open('com.android.settings/.MiuiSettings');
  });
  afterEach(() => phone.stop());

  it('turns its screen with auto-rotate on', async () => {
    await phone.make('PUT', '/rotation', { degrees: 90, autoRotate: true });
    assert.equal(phone.system.display.rotation, 1);
  });

  it('leaves its screen as it is with auto-rotate off', async () => {
    await phone.make('PUT', '/rotation', { degrees: 90 });
    assert.equal(phone.system.display.rotation, 0);
  });

  it('does not warn of a low battery on its side', async () => {
    await phone.make('PUT', '/rotation', { degrees: 90, autoRotate: true });
    await phone.make('PUT', '/battery', { level: 15, charging: false });
    assert.equal(phone.find(WARNING), undefined);
  });
});
