import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import sharp from 'sharp';
import { blurScreen } from '../../../launcher/record/blur-screen.ts';

const WIDTH = 40;
const HEIGHT = 200;

/** Black and white lines, of which blurring leaves grey. */
async function lines(): Promise<Buffer> {
  const pixels = Buffer.alloc(WIDTH * HEIGHT * 3, 0);
  for (let row = 0; row < HEIGHT; row += 2)
    pixels.fill(255, row * WIDTH * 3, (row + 1) * WIDTH * 3);
  return sharp(pixels, { raw: { width: WIDTH, height: HEIGHT, channels: 3 } })
    .png()
    .toBuffer();
}

/** Whether the lines can be seen at a height of the picture. */
async function isClear(picture: Buffer, row: number): Promise<boolean> {
  const pixels = await sharp(picture).greyscale().raw().toBuffer();
  const at = (y: number) => pixels[y * WIDTH + WIDTH / 2] ?? 0;
  return Math.abs(at(row) - at(row + 1)) > 200;
}

const source = (attributes: string) =>
  `<hierarchy><node class="android.widget.EditText" ${attributes} bounds="[0,0][1,1]" /></hierarchy>`;

describe('the picture of a recorded screen', () => {
  it('is unreadable at its top, where a message may lie over it, and where its tree was masked', async () => {
    const masked = [{ left: 0, top: 150, right: WIDTH, bottom: 170 }];
    const picture = await blurScreen(await lines(), source('focused="false"'), masked);
    const clear = await Promise.all([10, 100, 160].map((row) => isClear(picture, row)));
    assert.deepEqual(clear, [false, true, false]);
  });

  it('is unreadable where a keyboard may be', async () => {
    const picture = await blurScreen(await lines(), source('focused="true"'), []);
    const clear = await Promise.all([70, 180].map((row) => isClear(picture, row)));
    assert.deepEqual(clear, [true, false]);
  });
});
