import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { InterruptedPhone } from './interrupted-phone.ts';

describe('a page that is left', () => {
  let phone: InterruptedPhone;
  beforeEach(async () => {
    phone = new InterruptedPhone();
    await phone.start();
    await phone.toTypedNumber();
  });
  afterEach(() => phone.stop());

  const press = (name: string) => phone.make('POST', '/key', { name });

  it('is behind the home screen', async () => {
    await press('HOME');
    assert.equal(phone.activity, 'Launcher');
  });

  it('is as it was when its task is chosen among the recent ones', async () => {
    await press('HOME');
    await press('APP_SWITCH');
    await phone.make('POST', '/tap', { text: 'Settings' });
    assert.ok(phone.isAtTypedNumber);
  });

  it('is as it was when the key for recent apps is pressed twice', async () => {
    await press('HOME');
    await press('APP_SWITCH');
    await press('APP_SWITCH');
    assert.ok(phone.isAtTypedNumber);
  });

  it('is there again when the recent apps are left', async () => {
    await press('APP_SWITCH');
    await press('BACK');
    assert.ok(phone.isAtTypedNumber);
  });

  it('is given up when Settings are opened from the home screen', async () => {
    await press('HOME');
    await phone.make('POST', '/tap', { text: 'Settings' });
    assert.equal(phone.activity, 'MiuiSettings');
  });

  it('is as it was after the screen went off and on', async () => {
    await press('POWER');
    await press('POWER');
    assert.ok(phone.isAtTypedNumber);
  });

  it('is behind the lock screen after the screen went off', async () => {
    phone.system.gates.set('lock-screen', 'swipe');
    phone.system.keyguard.dismiss();
    await press('POWER');
    await press('POWER');
    assert.ok(phone.find({ id: 'com.android.systemui:id/keyguard_root_view' }));
  });

  it('is as it was after the phone was unlocked', async () => {
    phone.system.gates.set('lock-screen', 'swipe');
    await press('POWER');
    await press('POWER');
    phone.system.keyguard.dismiss();
    assert.ok(phone.isAtTypedNumber);
  });
});
