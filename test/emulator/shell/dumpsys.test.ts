import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, test } from 'node:test';
import { redmi7a } from '../../../emulator/profiles/redmi-7a.ts';
import { ShellPhone } from './phone.ts';

describe('shell: dumpsys', () => {
  let phone: ShellPhone;
  beforeEach(() => {
    phone = new ShellPhone();
  });
  afterEach(() => phone.stop());

  test('account masks the middle of the name', async () => {
    phone.system.accounts.add({ name: '6230123535', type: 'com.xiaomi' });
    assert.match(
      await phone.stdout('dumpsys account'),
      /^User UserInfo\{0:Owner:13\}:\n {2}Accounts: 1\n {4}Account \{name=6230\*\*\*535, type=com\.xiaomi\}\n/,
    );
  });

  test('account tells when there is none', async () => {
    assert.match(await phone.stdout('dumpsys account'), /^ {2}Accounts: 0$/m);
  });

  test('account and package agree on the authenticator’s uid', async () => {
    const [, uid] = / uid (\d+)$/m.exec(await phone.stdout('dumpsys account')) ?? [];
    assert.match(
      await phone.stdout('dumpsys package com.xiaomi.account'),
      RegExp(`appId=${uid}$`, 'm'),
    );
  });

  test('a dark screen shows in power and window', async () => {
    await phone.run('input keyevent POWER');
    assert.match(await phone.stdout('dumpsys power'), /^ {2}mWakefulness=Asleep$/m);
    assert.match(await phone.stdout('dumpsys window'), /mScreenOnFully=false/);
  });

  test('deviceidle keeps its whitelist', async () => {
    assert.equal(
      await phone.stdout('dumpsys deviceidle whitelist +com.xiaomi.account ; true'),
      'Added: com.xiaomi.account\n',
    );
    assert.match(
      await phone.stdout('dumpsys deviceidle whitelist'),
      /^user,com\.xiaomi\.account,/m,
    );
  });

  test('battery can be set', async () => {
    await phone.run('dumpsys battery set level 12');
    assert.match(await phone.stdout('dumpsys battery'), /^ {2}level: 12$/m);
  });

  test('battery names a level that is no number', async () => {
    assert.equal(await phone.stdout('dumpsys battery set level full'), 'Bad value: full\n');
  });

  test('a battery that was set is what it is again after a reset', async () => {
    await phone.run('dumpsys battery set level 12; dumpsys battery unplug');
    assert.match(
      await phone.stdout('dumpsys battery'),
      /^ {2}\(UPDATES STOPPED -- use 'reset' to/m,
    );
    await phone.run('dumpsys battery reset');
    assert.equal(
      await phone.stdout('dumpsys battery get level; dumpsys battery get usb'),
      '84\ntrue\n',
    );
  });

  test('the charger keeps the screen on, if it is that kind of charger', async () => {
    const staysOn = () => phone.stdout('dumpsys power | grep mStayOn=');
    await phone.run('svc power stayon ac');
    assert.equal(await staysOn(), '  mStayOn=false\n');
    await phone.run('svc power stayon usb');
    assert.equal(await staysOn(), '  mStayOn=true\n');
  });

  test('the battery saver is on when the phone is off its charger', async () => {
    const saver = () => phone.stdout('dumpsys power | grep Saver');
    await phone.run('settings put global low_power 1');
    assert.equal(await saver(), 'Battery Saver is currently: OFF\n');
    phone.system.power.setBattery({ charging: false });
    assert.equal(await saver(), 'Battery Saver is currently: ON\n');
  });

  test('free network SMS leaves a setting behind, once it was on', async () => {
    const setting = () => phone.stdout('settings get secure cloud_messaging_on');
    assert.equal(await setting(), 'null\n');
    phone.system.gates.set('free-sms', 'on');
    assert.equal(await setting(), '1\n');
    phone.system.gates.set('free-sms', 'off');
    assert.equal(await setting(), '0\n');
  });

  test('activities names what is resumed', async () => {
    await phone.run('am start -n com.android.settings/.MiuiSettings');
    assert.match(
      await phone.stdout('dumpsys activity activities'),
      /topResumedActivity=ActivityRecord\{[0-9a-f]+ u0 com\.android\.settings\/\.MiuiSettings t\d+\}/,
    );
  });

  test('activities says it otherwise before Android 12', async () => {
    await phone.stop();
    phone = new ShellPhone(redmi7a);
    await phone.run('am start -n com.android.settings/.MiuiSettings');
    assert.match(
      await phone.stdout('dumpsys activity activities'),
      /mResumedActivity: ActivityRecord\{[0-9a-f]+ u0 com\.android\.settings\/\.MiuiSettings t\d+\}/,
    );
  });

  test('an unknown service is told', async () => {
    assert.equal((await phone.run('dumpsys nope')).stderr, "Can't find service: nope\n");
  });
});
