import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { OcrRefusedError } from '../../config/live.ts';
import { PictureCodeReader } from '../../vision/picture-code.ts';
import { sureAnswers } from '../../vision/sure-answers.ts';
import { drawPicture, write } from '../draw-text.ts';

const reader = new PictureCodeReader('test');
after(() => reader.close());

/** Letters set apart, each turned and moved a little, as picture codes have them. */
function draw(text: string, lines: readonly (readonly [number, number])[] = []): Promise<Buffer> {
  return drawPicture({ width: 210, height: 76, ground: '#f0f0f0' }, (context) => {
    context.strokeStyle = '#999';
    for (const [fromY, toY] of lines) {
      context.beginPath();
      context.moveTo(0, fromY);
      context.lineTo(210, toY);
      context.stroke();
    }
    for (const [index, letter] of [...text].entries()) {
      const place = { x: 22 + index * 36, y: 52 + (index % 2) * 4 };
      write(context, letter, { ...place, sizePx: 46, color: '#333' });
    }
  });
}

for (const text of ['HKLMX', 'ACEFT', 'RYPNK']) {
  test(`a plain picture of ${text} is read`, async () => {
    const { text: read, confidence } = await reader.read(await draw(text));
    assert.equal(read, text);
    assert.ok(confidence > 0 && confidence <= 100);
  });
}

test('thin lines across the picture are no letters', async () => {
  const lines = [
    [20, 60],
    [64, 12],
  ] as const;
  assert.equal((await reader.read(await draw('HKLMX', lines))).text, 'HKLMX');
});

test('a picture of nothing has no text', async () => {
  assert.equal((await reader.read(await draw(''))).text, '');
});

test('a picture of one colour is blank, one with text is not', async () => {
  const black = await drawPicture({ width: 210, height: 76, ground: '#000' }, () => undefined);
  assert.equal(await reader.isBlank(black), true);
  assert.equal(await reader.isBlank(await draw('HKLMX')), false);
});

test('an answer that tesseract is not sure of is none', async () => {
  const reading = (text: string, confidence: number) =>
    sureAnswers({ read: async () => ({ text, confidence }), isBlank: async () => false });
  const answers = [reading('HKLMX', 90), reading('HKLMX', 20), reading('', 90)];
  assert.deepEqual(await Promise.all(answers.map((each) => each.read(Buffer.alloc(0)))), [
    'HKLMX',
    undefined,
    undefined,
  ]);
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
