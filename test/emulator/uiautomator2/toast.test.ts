import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { errorOf, FakePhone } from './fake-phone.ts';

const TOAST = '//android.widget.Toast';

describe('UiAutomator2 server: toasts', () => {
  let phone: FakePhone;

  beforeEach(async () => {
    phone = new FakePhone();
    phone.ui.show({ text: 'screen' });
    await phone.startSession();
    phone.ui.toast('Wrong code');
  });
  afterEach(() => phone.stop());

  it('are in the page source after the windows', async () => {
    assert.match(
      await phone.source(),
      /\r\n {2}<android\.widget\.Toast index="1" package="com\.android\.settings" class="android\.widget\.Toast" text="Wrong code" displayed="true" \/>\r\n<\/hierarchy>$/,
    );
  });

  it('are listened to no longer once the server is killed', async () => {
    await phone.stop();
    assert.equal(phone.ui.toastListeners, 0);
  });

  it('are found by XPath and have a text', async () => {
    const id = await phone.findOne('xpath', TOAST);
    assert.equal((await phone.get(`/element/${id}/text`)).value, 'Wrong code');
  });

  it('are found by XPath for the text', async () => {
    assert.equal((await phone.find('xpath', `${TOAST}[@text="Wrong code"]`)).length, 1);
  });

  it('tell their text as an attribute', async () => {
    const id = await phone.findOne('xpath', TOAST);
    assert.equal((await phone.get(`/element/${id}/attribute/text`)).value, 'Wrong code');
  });

  it('are part of no window, so that other strategies do not find them', async () => {
    assert.deepEqual(await phone.find('class name', 'android.widget.Toast'), []);
  });

  it('cannot be clicked', async () => {
    const id = await phone.findOne('xpath', TOAST);
    assert.equal(
      errorOf(await phone.post(`/element/${id}/click`)).error,
      'stale element reference',
    );
  });

  it('are found for 3.5 seconds', async () => {
    phone.clock.advance(3500);
    assert.equal((await phone.find('xpath', TOAST)).length, 1);
  });

  it('are gone after 3.5 seconds', async () => {
    phone.clock.advance(3501);
    assert.deepEqual(await phone.find('xpath', TOAST), []);
  });

  it('are stale when they are gone', async () => {
    const id = await phone.findOne('xpath', TOAST);
    phone.clock.advance(4000);
    assert.equal(
      errorOf(await phone.get(`/element/${id}/text`)).message,
      `The element 'By.xpath: ${TOAST}' does not exist in DOM anymore`,
    );
  });

  it('give way to the next', async () => {
    phone.ui.toast('Try again');
    assert.equal((await phone.find('xpath', `${TOAST}[@text="Try again"]`)).length, 1);
    assert.equal((await phone.find('xpath', TOAST)).length, 1);
  });

  it('are not heard with enableNotificationListener off', async () => {
    await phone.set({ enableNotificationListener: false });
    phone.clock.advance(4000);
    phone.ui.toast('unheard');
    assert.deepEqual(await phone.find('xpath', TOAST), []);
  });
});
