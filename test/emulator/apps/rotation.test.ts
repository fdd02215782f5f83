import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { PhoneUnderTest } from './phone-under-test.ts';

describe('a phone that is turned', () => {
  let phone: PhoneUnderTest;

  beforeEach(async () => {
    phone = new PhoneUnderTest();
    await phone.start();
    phone.system.windows.setRotation(1);
  });
  afterEach(() => phone.stop());

  it('stays upright at home', () => {
    assert.equal(phone.system.display.rotation, 0);
  });

  it('turns in Settings', () => {
    phone.open('com.android.settings/.Settings');
    assert.equal(phone.system.display.rotation, 1);
  });

  it('is upright at the sign-in', async () => {
    await phone.toPhonePage();
    assert.equal(phone.system.display.rotation, 0);
  });

  it('turns as the settings say', () => {
    phone.open('com.android.settings/.Settings');
    phone.system.settings.put('system', 'user_rotation', '3');
    assert.equal(phone.system.display.rotation, 3);
  });

  it('turns not as the settings say while it turns by itself', () => {
    phone.open('com.android.settings/.Settings');
    phone.system.settings.put('system', 'accelerometer_rotation', '1');
    phone.system.settings.put('system', 'user_rotation', '3');
    assert.equal(phone.system.display.rotation, 0);
  });
});
