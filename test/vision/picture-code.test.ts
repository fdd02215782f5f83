import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import sharp from 'sharp';
import { OcrRefusedError } from '../../config/live.ts';
import { PictureCodeReader } from '../../vision/picture-code.ts';

const reader = new PictureCodeReader('test');
after(() => reader.close());

/** Letters set apart, each turned and moved a little, as picture codes have them. */
async function draw(text: string, extra = ''): Promise<Buffer> {
  const letters = [...text].map((letter, index) => {
    const x = 22 + index * 36;
    const y = 52 + (index % 2) * 4;
    return `<text x="${x}" y="${y}" font-size="46" font-family="sans-serif" fill="#333">${letter}</text>`;
  });
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="210" height="76"><rect width="210" height="76" fill="#f0f0f0"/>${extra}${letters.join('')}</svg>`;
  return await sharp(Buffer.from(svg)).png().toBuffer();
}

for (const text of ['HKLMX', 'ACEFT', 'RYPNK']) {
  test(`a plain picture of ${text} is read`, async () => {
    const { text: read, confidence } = await reader.read(await draw(text));
    assert.equal(read, text);
    assert.ok(confidence > 0 && confidence <= 100);
  });
}

test('thin lines across the picture are no letters', async () => {
  const lines = '<path d="M0 20 L210 60 M0 64 L210 12" stroke="#999" stroke-width="1"/>';
  assert.equal((await reader.read(await draw('HKLMX', lines))).text, 'HKLMX');
});

test('a picture of nothing has no text', async () => {
  assert.equal((await reader.read(await draw(''))).text, '');
});

test('on the live service there is no reader', () => {
  assert.throws(() => new PictureCodeReader('live'), OcrRefusedError);
});

test('a closed reader starts again', async () => {
  const again = new PictureCodeReader('staging');
  await again.close();
  assert.equal((await again.read(await draw('HKLMX'))).text, 'HKLMX');
  await again.close();
});
