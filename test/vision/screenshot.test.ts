import assert from 'node:assert/strict';
import { test } from 'node:test';
import sharp from 'sharp';
import { cropTo, isBlackedOut, isScreenshotRefusal } from '../../vision/screenshot.ts';
import { drawPicture, write } from '../draw-text.ts';

const CODE = { width: 210, height: 76 };
const SCREEN = { width: 360, height: 800 };

function code(ground: string, color: string): Promise<Buffer> {
  return drawPicture({ ...CODE, ground }, (context) =>
    write(context, 'HKLMX', { x: 20, y: 54, sizePx: 46, color }),
  );
}

/** A black page between a status bar with its clock and a keyboard. */
function blackScreen(page: 'empty' | 'with text'): Promise<Buffer> {
  return drawPicture({ ...SCREEN, ground: '#000' }, (context) => {
    write(context, '12:00', { x: 12, y: 22, sizePx: 16, color: '#fff' });
    context.fillStyle = '#d0d4da';
    context.fillRect(0, 500, SCREEN.width, 300);
    if (page === 'empty') return;
    write(context, 'Enter verification code', { x: 20, y: 300, sizePx: 24, color: '#e6e6e6' });
  });
}

test('black in place of a picture is seen', async () => {
  const black = await drawPicture({ ...CODE, ground: '#000' }, () => undefined);
  assert.equal(await isBlackedOut(black), true);
});

test('black that is transparent is black', async () => {
  const nothing = sharp({
    create: { ...CODE, channels: 4, background: { r: 0, g: 0, b: 0, alpha: 0 } },
  });
  assert.equal(await isBlackedOut(await nothing.png().toBuffer()), true);
});

test("the black of a JPEG, with the specks of another window's edge, is black", async () => {
  const jpeg = await sharp(await blackScreen('empty'))
    .jpeg({ quality: 40 })
    .toBuffer();
  assert.equal(await isBlackedOut(jpeg), true);
});

test('noise as of a video stream is black', async () => {
  const noise = Buffer.from(
    Array.from({ length: CODE.width * CODE.height * 3 }, (_, index) => (index * 7) % 12),
  );
  const picture = sharp(noise, { raw: { ...CODE, channels: 3 } }).png();
  assert.equal(await isBlackedOut(await picture.toBuffer()), true);
});

test('a secure page under a status bar and over a keyboard is black', async () => {
  assert.equal(await isBlackedOut(await blackScreen('empty')), true);
});

test('a dark page with text is not black', async () => {
  assert.equal(await isBlackedOut(await blackScreen('with text')), false);
});

for (const [ground, color] of [
  ['#fff', '#333'],
  ['#000', '#fff'],
  ['#101010', '#606060'],
] as const) {
  test(`a code in ${color} on ${ground} is not black`, async () => {
    assert.equal(await isBlackedOut(await code(ground, color)), false);
  });
}

test('a picture that has not come yet, all white, is not black', async () => {
  assert.equal(
    await isBlackedOut(await drawPicture({ ...CODE, ground: '#fff' }, () => undefined)),
    false,
  );
});

test('a region is cut as far as it is in the picture', async () => {
  const cut = await cropTo(await code('#fff', '#333'), {
    left: 200,
    top: -10,
    width: 100,
    height: 40,
  });
  assert.ok(cut);
  const { width, height } = await sharp(cut).metadata();
  assert.deepEqual({ width, height }, { width: 10, height: 30 });
});

test('a region outside the picture is nothing', async () => {
  const outside = { left: 300, top: 0, width: 10, height: 10 };
  assert.equal(await cropTo(await code('#fff', '#333'), outside), undefined);
});

test('a refused screenshot is told from other errors', () => {
  const named = (name: string, message: string) => Object.assign(new Error(message), { name });
  const secure = "Failed to capture a screenshot. Does the current view have 'secure' flag set?";
  assert.deepEqual(
    [
      named('unable to capture screen', 'Failed'),
      named('WebDriverError', secure),
      named('unknown error', 'Secure flag'),
      named('stale element reference', 'The element is gone'),
      'unable to capture screen',
    ].map(isScreenshotRefusal),
    [true, true, true, false, false],
  );
});
