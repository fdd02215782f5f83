import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { findProfile } from '../../../emulator/profiles/index.ts';
import { account } from '../apps/phone-under-test.ts';
import { InterruptedPhone } from './interrupted-phone.ts';

/** What is seen of each kind, and what closes it. */
const DIALOGS = {
  permission: {
    shows: 'com.android.permissioncontroller:id/permission_message',
    answer: 'com.android.permissioncontroller:id/permission_deny_button',
  },
  anr: { shows: 'android:id/alertTitle', answer: 'android:id/aerr_wait' },
  'system-update': { shows: 'com.android.updater:id/alertTitle', answer: 'android:id/button2' },
  'app-update': { shows: 'com.xiaomi.mipicks:id/alertTitle', answer: 'android:id/button2' },
  'usb-install': {
    shows: 'com.miui.securitycenter:id/alertTitle',
    answer: 'android:id/button2',
  },
  unknown: { shows: 'android:id/message', answer: 'android:id/button1' },
} as const;

describe('a dialog over a page', () => {
  let phone: InterruptedPhone;
  beforeEach(async () => {
    phone = new InterruptedPhone();
    await phone.start();
    await phone.toTypedNumber();
  });
  afterEach(() => phone.stop());

  for (const [kind, { shows, answer }] of Object.entries(DIALOGS)) {
    describe(kind, () => {
      it('is what the tree shows, instead of the page', async () => {
        await phone.make('POST', '/dialogs', { kind });
        await phone.waitFor({ id: shows });
        assert.equal(phone.find(account('input')), undefined);
      });

      it('takes a finger and leaves the page with what was typed', async () => {
        await phone.make('POST', '/dialogs', { kind });
        await phone.waitFor({ id: shows });
        await phone.tapId(answer);
        assert.ok(phone.isAtTypedNumber);
      });

      it('goes by itself', async () => {
        await phone.make('POST', '/dialogs', { kind });
        await phone.waitFor({ id: shows });
        await phone.make('DELETE', '/dialogs');
        assert.ok(phone.isAtTypedNumber);
      });
    });
  }

  it('says what it is told to', async () => {
    await phone.make('POST', '/dialogs', {
      kind: 'unknown',
      title: 'Rate us',
      message: 'Do you like this?',
      buttons: ['No', 'Yes'],
    });
    assert.deepEqual(
      phone.texts().filter((text) => text !== ''),
      ['Rate us', 'Do you like this?', 'No', 'Yes'],
    );
  });

  it('does nothing when it is touched beside', async () => {
    await phone.make('POST', '/dialogs', { kind: 'anr' });
    await phone.make('POST', '/tap', { x: 300, y: 300 });
    assert.ok(phone.find({ id: 'android:id/aerr_wait' }));
  });

  it('about an app that does not respond stays above what is opened', async () => {
    await phone.make('POST', '/dialogs', { kind: 'anr' });
    phone.open('com.android.settings/.Settings');
    assert.ok(phone.find({ id: 'android:id/aerr_wait' }));
  });

  it('about an app that does not respond names it', async () => {
    await phone.make('POST', '/dialogs', { kind: 'anr', package: 'com.android.settings' });
    assert.equal(phone.find({ id: 'android:id/alertTitle' })?.text, "Settings isn't responding");
  });

  it('closes an app that does not respond', async () => {
    await phone.make('POST', '/dialogs', { kind: 'anr' });
    await phone.tapId('android:id/aerr_close');
    assert.equal(phone.activity, 'MiuiSettings');
  });

  it('gives a permission that is allowed', async () => {
    const { grantedPermissions } = phone.system.packages.get('com.xiaomi.account') ?? {};
    grantedPermissions?.delete('android.permission.READ_SMS');
    await phone.make('POST', '/dialogs', { kind: 'permission' });
    await phone.tapId('com.android.permissioncontroller:id/permission_allow_button');
    assert.ok(grantedPermissions?.has('android.permission.READ_SMS'));
  });

  for (const [what, body, expected] of [
    ['a kind that is none', { kind: 'advert' }, /^'kind': 'advert' is not one of permission, /],
    ['a package that is none', { kind: 'anr', package: 'a.b' }, /^'package': there is no package/],
    [
      'a permission that nobody is asked for',
      { kind: 'permission', permission: 'android.permission.INTERNET' },
      /^'permission': nobody is asked for/,
    ],
    ['three buttons', { kind: 'unknown', buttons: ['a', 'b', 'c'] }, /^'buttons': .*one or two/],
    ['a member that means nothing', { kind: 'app-update', package: 'a' }, /^'package' is not exp/],
  ] as const) {
    it(`is refused with ${what}`, async () => {
      const [status, said] = await phone.ask('POST', '/dialogs', body);
      assert.equal(status, 400);
      assert.match(said, expected);
    });
  }
});

describe('the permission dialog', () => {
  for (const [id, answer] of [
    ['redmi-note-13-pro-5g', 'com.android.permissioncontroller:id/permission_deny_button'],
    ['xiaomi-13', 'com.lbe.security.miui:id/permission_deny_button'],
    ['redmi-note-8-2021', 'com.lbe.security.miui:id/permission_deny_button'],
    ['redmi-7a', 'android:id/button2'],
  ] as const) {
    it(`has the choices that ${id} has`, async (t) => {
      const phone = new InterruptedPhone({}, { profile: findProfile(id) });
      t.after(() => phone.stop());
      await phone.start();
      phone.open('com.android.settings/.MiuiSettings');
      await phone.make('POST', '/dialogs', { kind: 'permission' });
      await phone.tapId(answer);
      assert.equal(phone.activity, 'MiuiSettings');
    });
  }
});
