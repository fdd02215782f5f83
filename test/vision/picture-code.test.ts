import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { OcrRefusedError } from '../../config/live.ts';
import { TextEngine } from '../../vision/engine.ts';
import { PictureCodeReader } from '../../vision/picture-code.ts';
import { sureAnswers } from '../../vision/sure-answers.ts';
import { drawPicture, write } from '../draw-text.ts';

const engine = new TextEngine();
const reader = new PictureCodeReader('test', engine);
after(() => engine.close());

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

for (const [what, text, confidence, answer] of [
  ['an answer that tesseract is sure of counts', 'HKLMX', 90, 'HKLMX'],
  ['an answer that tesseract is not sure of is none', 'HKLMX', 20, undefined],
  ['nothing read is no answer', '', 90, undefined],
  ['half of a code is no answer', 'HKL', 90, undefined],
  ['more letters than codes have are no answer', 'HKLMXHK', 90, undefined],
] as const) {
  test(what, async () => {
    const answers = sureAnswers({ read: async () => ({ text, confidence }) });
    assert.equal(await answers.read(Buffer.alloc(0)), answer);
  });
}

test('on the live service there is no reader', () => {
  assert.throws(() => new PictureCodeReader('live', engine), OcrRefusedError);
});
