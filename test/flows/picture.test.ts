import assert from 'node:assert/strict';
import { test } from 'node:test';
import sharp from 'sharp';
import { takePicture } from '../../flows/picture-code/picture.ts';
import { PictureCodePage } from '../../pageobjects/picture-code-page.ts';
import { drawPicture, write } from '../draw-text.ts';
import { FakeDriver } from './fake-screen.ts';

const BOUNDS = { x: 40, y: 60, width: 120, height: 48 };
const refusal =
  (message: string, name = 'unable to capture screen') =>
  () =>
    Promise.reject(Object.assign(new Error(message), { name }));
const SECURE = refusal(
  "Failed to capture a screenshot. Does the current view have 'secure' flag set?",
);

/** A page with a picture on it, of a driver some of whose commands are others. */
function pageWith(commands: Record<string, () => Promise<unknown>>): PictureCodePage {
  const driver = new FakeDriver({
    views: () => [{ id: 'com.xiaomi.account:id/captcha_image' }],
    onKey: () => undefined,
    onStartActivity: () => undefined,
    onBack: () => undefined,
  });
  Object.assign(driver, { getElementRect: () => Promise.resolve(BOUNDS) }, commands);
  return new PictureCodePage(driver as unknown as WebdriverIO.Browser);
}

/** A screen with a bright picture at `BOUNDS`. */
async function screen(ground: string): Promise<string> {
  const png = await drawPicture({ width: 240, height: 400, ground }, (context) => {
    context.fillStyle = '#fff';
    context.fillRect(BOUNDS.x, BOUNDS.y, BOUNDS.width, BOUNDS.height);
    write(context, 'HKLMX', { x: 50, y: 100, sizePx: 30, color: '#333' });
  });
  return png.toString('base64');
}

test('a driver that takes no pictures of elements is asked for the screen, and that is cut', async () => {
  const { png } = await takePicture(
    pageWith({
      takeElementScreenshot: refusal('not implemented', 'unknown command'),
      takeScreenshot: () => screen('#000'),
    }),
  );
  assert.ok(png);
  const { width, height } = await sharp(png).metadata();
  assert.deepEqual({ width, height }, { width: BOUNDS.width, height: BOUNDS.height });
  assert.equal((await sharp(png).stats()).channels[0]?.max, 255);
});

test('a page that refuses both is forbidden, with the refusal as its cause', async () => {
  const taken = await takePicture(
    pageWith({ takeElementScreenshot: SECURE, takeScreenshot: SECURE }),
  );
  assert.ok(taken.png === undefined);
  assert.match(String(taken.cause?.message), /secure/);
});

test('a black cut of a screen whose other windows show is forbidden', async () => {
  const black = await drawPicture({ width: 240, height: 400, ground: '#000' }, (context) => {
    write(context, '12:00', { x: 10, y: 20, sizePx: 16, color: '#fff' });
  });
  const taken = await takePicture(
    pageWith({
      takeElementScreenshot: refusal('not implemented', 'unknown command'),
      takeScreenshot: () => Promise.resolve(black.toString('base64')),
    }),
  );
  assert.ok(taken.png === undefined);
});

test('a picture that is gone is no secure page', async () => {
  const gone = refusal('gone', 'stale element reference');
  await assert.rejects(takePicture(pageWith({ takeElementScreenshot: gone })), /gone/);
});

test('a picture out of sight is what the driver said of it', async () => {
  const outside = refusal('The cropping area is outside of the original bitmap.', 'unknown error');
  const page = pageWith({
    takeElementScreenshot: outside,
    takeScreenshot: () => screen('#fff'),
    getElementRect: () => Promise.resolve({ ...BOUNDS, y: 900 }),
  });
  await assert.rejects(takePicture(page), /cropping area/);
});
