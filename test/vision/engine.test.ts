import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { PSM } from 'tesseract.js';
import { TextEngine } from '../../vision/engine.ts';
import { drawPicture, write } from '../draw-text.ts';

const DIGITS = { segmentation: PSM.SINGLE_LINE, alphabet: '0123456789' };
const ANY = { segmentation: PSM.SINGLE_LINE, alphabet: '' };

const engine = new TextEngine();
after(() => engine.close());

function line(text: string): Promise<Buffer> {
  return drawPicture({ width: 300, height: 70, ground: '#fff' }, (context) =>
    write(context, text, { x: 20, y: 48, sizePx: 40, color: '#222' }),
  );
}

async function textOf(picture: Buffer, mode: typeof DIGITS): Promise<string> {
  const lines = await engine.read(picture, mode);
  return lines.map(({ text }) => text.trim()).join(' ');
}

test('readings at once keep each its own parameters', async () => {
  const picture = await line('Room 2047');
  const read = await Promise.all([
    textOf(picture, ANY),
    textOf(picture, DIGITS),
    textOf(picture, ANY),
    textOf(picture, DIGITS),
  ]);
  assert.equal(read[0], 'Room 2047');
  assert.equal(read[2], 'Room 2047');
  assert.match(read[1], /^[\d ]+$/);
  assert.match(read[3], /^[\d ]+$/);
});

test('what cannot be read keeps nothing after it from being read', async () => {
  const broken = engine.read(Buffer.from('no picture'), ANY);
  const next = textOf(await line('Next'), ANY);
  await assert.rejects(broken, /tesseract/);
  assert.equal(await next, 'Next');
});

test('a closed engine has read what it was given, and starts again', async () => {
  const again = new TextEngine();
  const picture = await line('Next');
  const given = again.read(picture, ANY);
  await again.close();
  assert.equal((await given)[0]?.text.trim(), 'Next');
  assert.equal((await again.read(picture, ANY))[0]?.text.trim(), 'Next');
  await again.close();
});

test('an engine that read nothing is closed without being started', async () => {
  await new TextEngine().close();
});
