import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadImage } from '@napi-rs/canvas';
import { ManualClock } from '../../../emulator/android/clock.ts';
import { PICTURE_DIFFICULTIES } from '../../../emulator/service/settings.ts';
import { PictureCodes } from '../../../emulator/service/picture-codes.ts';

/** What `random` must give for a text of this one letter, the widest of the alphabet. */
const DRAWS_M = 0.5;
const PICTURE = { left: 0, top: 0, right: 200, bottom: 72 };
/** Letters nearer than this run together once the picture is drawn on a screen. */
const MIN_GAP = 1;

interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** What each letter's outline covers, left to right. */
function letterBoxes(svg: string): Box[] {
  const paths = [...svg.matchAll(/<path [^>]*d="([^"]+)"/g)].map(([, data = '']) => data);
  const boxes = paths.map((data) => {
    const numbers = (data.match(/-?\d+(?:\.\d+)?/g) ?? []).map(Number);
    const xs = numbers.filter((_, index) => index % 2 === 0);
    const ys = numbers.filter((_, index) => index % 2 === 1);
    return {
      left: Math.min(...xs),
      top: Math.min(...ys),
      right: Math.max(...xs),
      bottom: Math.max(...ys),
    };
  });
  return boxes.sort((a, b) => a.left - b.left);
}

const widest = letterBoxes(new PictureCodes(new ManualClock(), () => DRAWS_M).create('easy').svg);

for (const difficulty of PICTURE_DIFFICULTIES) {
  test(`a ${difficulty} picture can be drawn on a screen`, async () => {
    const { svg } = new PictureCodes(new ManualClock(), Math.random).create(difficulty);
    const image = await loadImage(Buffer.from(svg));
    assert.deepEqual([image.width, image.height], [PICTURE.right, PICTURE.bottom]);
  });
}

test('a hard picture has lines across its letters', () => {
  const { svg } = new PictureCodes(new ManualClock(), Math.random).create('hard');
  assert.ok((svg.match(/stroke=/g) ?? []).length > 0);
});

test('a picture has one outline a letter', () => {
  assert.equal(widest.length, 5);
});

test('the widest letters stand apart', () => {
  const gaps = widest.slice(1).map((box, index) => box.left - (widest[index]?.right ?? 0));
  assert.ok(Math.min(...gaps) >= MIN_GAP, `gaps: ${gaps.join(', ')}`);
});

test('the widest letters are inside the picture', () => {
  for (const box of widest) {
    assert.ok(box.left >= PICTURE.left && box.right <= PICTURE.right, JSON.stringify(box));
    assert.ok(box.top >= PICTURE.top && box.bottom <= PICTURE.bottom, JSON.stringify(box));
  }
});
