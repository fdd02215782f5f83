import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { errorOf, FakePhone } from './fake-phone.ts';

describe('UiAutomator2 server: device', () => {
  let phone: FakePhone;

  beforeEach(async () => {
    phone = new FakePhone();
    phone.ui.show({});
    await phone.startSession();
  });
  afterEach(() => phone.stop());

  it('tells about itself', async () => {
    const { networks, ...info } = (await phone.get('/appium/device/info')).value as {
      networks: { typeName: string }[];
    };
    assert.deepEqual(info, {
      androidId: 'secure/android_id',
      manufacturer: '<ro.product.manufacturer>',
      model: '<ro.product.model>',
      brand: '<ro.product.brand>',
      apiVersion: '35',
      platformVersion: '15',
      carrierName: '<gsm.operator.alpha>',
      realDisplaySize: '720x1600',
      displayDensity: 320,
      locale: 'en_US',
      timeZone: 'Europe/Berlin',
      bluetooth: { state: 'OFF' },
    });
    assert.deepEqual(
      networks.map(({ typeName }) => typeName),
      ['WIFI'],
    );
  });

  it('tells about the battery', async () => {
    const { value } = await phone.get('/appium/device/battery_info');
    assert.deepEqual(value, { level: 0.84, status: 2 });
  });

  it('tells that the battery is used', async () => {
    phone.power.battery.charging = false;
    const { value } = await phone.get('/appium/device/battery_info');
    assert.deepEqual(value, { level: 0.84, status: 3 });
  });

  it('has a clipboard, in base64', async () => {
    const content = Buffer.from('登录').toString('base64');
    await phone.post('/appium/device/set_clipboard', { content, contentType: 'plaintext' });
    assert.equal(phone.clipboard.get(), '登录');
    assert.equal((await phone.post('/appium/device/get_clipboard')).value, content);
  });

  const NO_PICTURES = [
    ['set_clipboard', 'image'],
    ['get_clipboard', 'PLAINTEXT'],
  ] as const;
  for (const [path, named] of NO_PICTURES) {
    it(`has no pictures in the clipboard (${path})`, async () => {
      const body = { content: '', contentType: 'image' };
      const answer = errorOf(await phone.post(`/appium/device/${path}`, body));
      assert.deepEqual([answer.status, answer.error], [400, 'invalid argument']);
      assert.equal(
        answer.message,
        `Only '[PLAINTEXT]' content types are supported. '${named}' is given instead`,
      );
    });
  }

  for (const content of ['aGVsbG8=', 'aGVsbG8', 'aGVs\nbG8=', '-aGVsbG8=']) {
    it(`takes ${JSON.stringify(content)} for the clipboard`, async () => {
      await phone.post('/appium/device/set_clipboard', { content });
      assert.equal(phone.clipboard.get(), 'hello');
    });
  }

  for (const content of ['aGVsb', 'aGVsbA=', 'aGVs=bG8', 'aGVsbG8==']) {
    it(`does not take ${content} for the clipboard`, async () => {
      const answer = errorOf(await phone.post('/appium/device/set_clipboard', { content }));
      assert.deepEqual(
        [answer.status, answer.message],
        [400, 'java.lang.IllegalArgumentException: bad base-64'],
      );
    });
  }
});
