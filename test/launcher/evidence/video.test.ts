import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import sharp from 'sharp';
import { delays, encodeVideo, type Frame } from '../../../launcher/evidence/video.ts';
import { HEIGHT_PX, plain, WIDTH_PX } from './fake-phone-screen.ts';

const LENGTH_MS = 300_000;

/** The colour in the middle of a page of an animated picture. */
async function colourOf(video: Buffer, page: number): Promise<number[]> {
  const { data, info } = await sharp(video, { page })
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  const at = (Math.floor(info.height / 2) * info.width + Math.floor(info.width / 2)) * 3;
  return [...data.subarray(at, at + 3)];
}

describe('video of a step', () => {
  let white: Buffer;
  let black: Buffer;
  before(async () => {
    [white, black] = await Promise.all([plain('white'), plain('black')]);
  });

  const frame = (elapsedMs: number | undefined, picture: Buffer | undefined = white): Frame => ({
    title: 'Enter the code from the SMS',
    elapsedMs,
    awaited: 'the SMS code',
    picture,
  });

  it('shows the frames one after the other, each below its caption', async () => {
    const video = await encodeVideo([frame(0, black), frame(60_000)], LENGTH_MS);
    const { pages, width, pageHeight, format } = await sharp(video, { pages: -1 }).metadata();
    assert.deepEqual([format, pages, width, pageHeight], ['webp', 2, WIDTH_PX, HEIGHT_PX + 33]);
    const [first, second] = await Promise.all([0, 1].map((page) => colourOf(video, page)));
    assert.ok(Math.max(...(first ?? [])) < 20 && Math.min(...(second ?? [])) > 235);
  });

  it('does not last as long as the step', async () => {
    const frames = Array.from({ length: 48 }, (_, i) => frame(i * 6_000));
    const video = await encodeVideo(frames, LENGTH_MS);
    const { delay = [] } = await sharp(video).metadata();
    assert.ok(delay.reduce((sum, ms) => sum + ms) < 35_000, delay.join());
  });

  it('is made of a single frame, too', async () => {
    const { pages } = await sharp(await encodeVideo([frame(0)], 0)).metadata();
    assert.equal(pages ?? 1, 1);
  });

  it('has a place for a screen that is not pictured', async () => {
    const video = await encodeVideo([frame(0), { ...frame(1000), picture: undefined }], 2000);
    const [red = 0] = await colourOf(video, 1);
    assert.ok(red > 30 && red < 220, String(red));
  });

  it('keeps its size when the phone is turned', async () => {
    const turned = await sharp(white).rotate(90).toBuffer();
    const { width } = await sharp(await encodeVideo([frame(0), frame(1, turned)], 2)).metadata();
    assert.equal(width, WIDTH_PX);
  });
});

describe('time that a frame shows', () => {
  const at = (elapsedMs: number | undefined): Frame => ({
    title: '',
    elapsedMs,
    awaited: undefined,
    picture: undefined,
  });

  it('is its own, within what is read and what is waited for', () => {
    const frames = [at(undefined), at(0), at(100), at(1_000), at(60_000)];
    assert.deepEqual(delays(frames, [0, 100, 1_000, 60_000, 61_000]), [1500, 400, 900, 1500, 3000]);
  });
});
