import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { createCanvas, loadImage } from '@napi-rs/canvas';
import { SecureScreenError } from '../../../emulator/android/accessibility.ts';
import { errorOf, FakePhone } from './fake-phone.ts';

/** A picture, red but for one green pixel. */
async function picture(x: number, y: number): Promise<Buffer> {
  const canvas = createCanvas(72, 160);
  const context = canvas.getContext('2d');
  context.fillStyle = '#ff0000';
  context.fillRect(0, 0, 72, 160);
  context.fillStyle = '#00ff00';
  context.fillRect(x, y, 1, 1);
  return canvas.encode('png');
}

async function pixel(base64: string, x: number, y: number): Promise<number[]> {
  const image = await loadImage(Buffer.from(base64, 'base64'));
  const context = createCanvas(image.width, image.height).getContext('2d');
  context.drawImage(image, 0, 0);
  return [...context.getImageData(x, y, 1, 1).data, image.width, image.height];
}

describe('UiAutomator2 server: screenshots', () => {
  let phone: FakePhone;

  beforeEach(async () => {
    phone = new FakePhone();
    phone.ui.show({ children: [{ id: 'a:id/view', bounds: [10, 20, 40, 60] }] });
    phone.ui.screenshot = () => picture(10, 20);
    await phone.startSession();
  });
  afterEach(() => phone.stop());

  it('are the PNG as base64', async () => {
    const { value } = await phone.get('/screenshot');
    assert.equal(value, (await picture(10, 20)).toString('base64'));
  });

  const VIEW = [0, 255, 0, 255, 30, 40];

  it('of an element are cut out of it', async () => {
    const id = await phone.findOne('id', 'a:id/view');
    const { value } = await phone.get(`/element/${id}/screenshot`);
    assert.deepEqual(await pixel(value as string, 0, 0), VIEW);
  });

  it('of an element are there by the path of the JSON Wire Protocol, too', async () => {
    const id = await phone.findOne('id', 'a:id/view');
    const { value } = await phone.get(`/screenshot/${id}`);
    assert.deepEqual(await pixel(value as string, 0, 0), VIEW);
  });

  it('of an element off the picture cannot be taken', async () => {
    phone.ui.show({ children: [{ id: 'a:id/view', bounds: [300, 20, 400, 60] }] });
    const id = await phone.findOne('id', 'a:id/view');
    const { status, error, message } = errorOf(await phone.get(`/element/${id}/screenshot`));
    assert.deepEqual([status, error], [500, 'unable to capture screen']);
    assert.equal(
      message,
      'The cropping area is outside of the original bitmap. Bitmap rect: [0,0][72,160]; ' +
        'Cropping area rect: [300,20][400,60]',
    );
  });

  it('cannot be taken of a secure screen', async () => {
    phone.ui.screenshot = () => Promise.reject(new SecureScreenError());
    const { status, error, message } = errorOf(await phone.get('/screenshot'));
    assert.deepEqual([status, error], [500, 'unable to capture screen']);
    assert.equal(
      message,
      "Failed to capture a screenshot. Does the current view have 'secure' flag set?",
    );
  });

  it('that fail otherwise are an unknown error', async () => {
    phone.ui.screenshot = () => Promise.reject(new Error('no canvas'));
    const { status, error, message } = errorOf(await phone.get('/screenshot'));
    assert.deepEqual([status, error, message], [500, 'unknown error', 'Error: no canvas']);
  });

  it('wait for an idle screen where the accessibility cache is reset', async () => {
    phone.ui.idleWaits = 0;
    assert.equal((await phone.post('/appium/reset_ax_cache')).value, null);
    assert.equal(phone.ui.idleWaits, 1);
  });
});
