import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { errorOf, FakePhone } from './fake-phone.ts';

describe('UiAutomator2 server: keys', () => {
  let phone: FakePhone;

  beforeEach(async () => {
    phone = new FakePhone();
    phone.ui.show({});
    await phone.startSession();
  });
  afterEach(() => phone.stop());

  it('goes back', async () => {
    assert.equal((await phone.post('/back')).value, null);
    assert.deepEqual(phone.ui.keys, [{ keyCode: 4, metaState: 0, longPress: false }]);
  });

  it('presses a key', async () => {
    await phone.post('/appium/device/press_keycode', { keycode: 29, metastate: 1 });
    assert.deepEqual(phone.ui.keys, [{ keyCode: 29, metaState: 1, longPress: false }]);
  });

  it('presses a key long', async () => {
    await phone.post('/appium/device/long_press_keycode', { keycode: 26 });
    assert.deepEqual(phone.ui.keys, [{ keyCode: 26, metaState: 0, longPress: true }]);
  });

  it('needs a key to press', async () => {
    const { status, message } = errorOf(await phone.post('/appium/device/press_keycode', {}));
    assert.equal(status, 400);
    assert.match(message, /KeyCodeModel: The mandatory field 'keycode'/);
  });

  it('takes no key that is no number', async () => {
    const answer = await phone.post('/appium/device/press_keycode', { keycode: 'enter' });
    assert.match(errorOf(answer).message, /NumberFormatException: For input string: "enter"/);
  });

  it('opens the notifications', async () => {
    assert.equal((await phone.post('/appium/device/open_notifications')).value, null);
  });

  it('cannot open notifications that the phone does not have', async () => {
    phone.ui.hasShade = false;
    const answer = errorOf(await phone.post('/appium/device/open_notifications'));
    assert.deepEqual([answer.status, answer.error], [400, 'invalid element state']);
    assert.equal(answer.message, 'Device failed to open notifications');
  });
});
