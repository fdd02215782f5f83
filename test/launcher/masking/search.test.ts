// The search by which reports are proven to hold no secret finds one wherever it may hide.
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import sharp from 'sharp';
import { TextEngine } from '../../../vision/engine.ts';
import { ScreenTextReader } from '../../../vision/screen-text.ts';
import { drawPicture, write } from '../../draw-text.ts';
import { searchFiles } from './search-files.ts';
import { searchPictures } from './search-pictures.ts';

const NUMBER = '2015550147';
const NAME = 'Zephyrine Oakhurst';
const PLANTED = [
  { what: 'number', value: NUMBER },
  { what: 'name', value: NAME },
];

let folder: string;

beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'masking-'))));
afterEach(() => rmSync(folder, { recursive: true }));

function found(content: Buffer | string, name = 'a.txt'): string[] {
  const path = join(folder, 'sub', name);
  mkdirSync(join(folder, 'sub'), { recursive: true });
  writeFileSync(path, content);
  return [...new Set(searchFiles(folder, PLANTED).map(({ what }) => what))];
}

const text = (value: string): string => `before ${value} after`;
const base64 = (value: Buffer | string): string => Buffer.from(value).toString('base64');

describe('what is planted', () => {
  for (const [how, content, what] of [
    ['as it is', text(NAME), 'name'],
    ['in capitals', text(NAME.toUpperCase()), 'name'],
    ['URL-encoded', text(encodeURIComponent(NAME)), 'name'],
    ['as a form has it', text(NAME.replace(' ', '+')), 'name'],
    ['broken over lines', text(NAME.replace(' ', '\n')), 'name'],
    ['with the escapes of JSON', text('\\u005aephyrine\\u0020Oakhurst'), 'name'],
    ['with the entities of XML', text('&#90;ephyrine&#x20;Oakhurst'), 'name'],
    ['in groups', text('+1 (201) 555-01 47'), 'number'],
    ['typed one by one', '["1","2","0","1","5","5","5","0","1","4","7"]', 'number'],
    ['in UTF-16', Buffer.from(text(NAME), 'utf16le'), 'name'],
    ['in UTF-16, big end first', Buffer.from(text(NAME), 'utf16le').swap16(), 'name'],
    ['in base64', `data:text/plain;base64,${base64(text(NAME))}`, 'name'],
    ['in base64 for URLs', Buffer.from(`??>>${text(NAME)}`).toString('base64url'), 'name'],
    ['in base64 in base64', base64(`"${base64(text(NUMBER))}"`), 'number'],
    ['compressed', gzipSync(text(NUMBER)), 'number'],
    ['compressed by deflate', deflateSync(text(NUMBER)), 'number'],
    ['compressed by brotli', brotliCompressSync(text(NUMBER)), 'number'],
    ['compressed, in a page', `<script>d("${base64(gzipSync(text(NUMBER)))}")</script>`, 'number'],
  ] as const) {
    it(`is found ${how}`, () => assert.deepEqual(found(content), [what]));
  }

  it('is found in the name of a file', () => {
    assert.deepEqual(found('', `${encodeURIComponent(NAME)}.txt`), ['name']);
  });

  it('is not found where only a part of it is', () => {
    assert.deepEqual(found('Zephyrine called 2015550148'), []);
  });
});

describe('what is planted in pictures', () => {
  let engine: TextEngine;
  beforeEach(() => (engine = new TextEngine()));
  afterEach(() => engine.close());

  it('is found on a screenshot, and on a single frame of a small moving one', async () => {
    const [shown, empty] = await Promise.all([screenshot(NAME), screenshot('Settings')]);
    writeFileSync(join(folder, 'shown.png'), shown);
    const frames = await Promise.all(
      [empty, shown].map((frame) => sharp(frame).resize({ width: 360 }).png().toBuffer()),
    );
    await sharp(frames, { join: { animated: true } })
      .webp()
      .toFile(join(folder, 'moving.webp'));
    const read = await searchPictures(folder, PLANTED, new ScreenTextReader(engine));
    assert.deepEqual(
      read.found.map(({ what, where }) => `${what} in ${where}`),
      ['name in moving.webp, frame 1', 'name in shown.png, frame 0'],
    );
  });
});

function screenshot(line: string): Promise<Buffer> {
  return drawPicture({ width: 720, height: 400, ground: 'white' }, (context) => {
    write(context, line, { x: 60, y: 200, sizePx: 34, color: 'black' });
  });
}
