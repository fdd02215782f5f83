import assert from 'node:assert/strict';
import { test } from 'node:test';
import { evenGround, type GreyPicture } from '../../vision/even-ground.ts';

const WIDTH = 64;
const HEIGHT = 48;

/** A stroke, 4 wide, in the middle of a plain ground. */
function stroke(ground: number, ink: number): GreyPicture {
  const data = new Uint8Array(WIDTH * HEIGHT).fill(ground);
  for (let y = 10; y < 38; y += 1) data.fill(ink, y * WIDTH + 30, y * WIDTH + 34);
  return { data, width: WIDTH, height: HEIGHT };
}

function at({ data, width }: GreyPicture, x: number, y: number): number | undefined {
  return data[y * width + x];
}

for (const [what, ground, ink] of [
  ['black on white', 255, 0],
  ['white on black', 0, 255],
  ['white on a coloured button', 120, 255],
] as const) {
  test(`${what} becomes dark on white`, () => {
    const even = evenGround(stroke(ground, ink));
    assert.equal(at(even, 4, 4), 255);
    assert.ok((at(even, 32, 20) ?? 255) < 80);
  });
}

test('an inverted picture becomes the same', () => {
  assert.deepEqual(evenGround(stroke(200, 40)).data, evenGround(stroke(55, 215)).data);
});

test('two grounds side by side are both white', () => {
  const data = new Uint8Array(128 * 128).fill(240);
  for (let y = 0; y < 128; y += 1) data.fill(30, y * 128 + 64, (y + 1) * 128);
  const even = evenGround({ data, width: 128, height: 128 });
  assert.deepEqual([at(even, 16, 64), at(even, 112, 64)], [255, 255]);
});

test('a picture smaller than a block is read too', () => {
  const { data } = evenGround({ data: Uint8Array.of(9, 9, 9, 200), width: 2, height: 2 });
  assert.deepEqual([...data], [255, 255, 255, 0]);
});
