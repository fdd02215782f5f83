import sharp, { type OverlayOptions } from 'sharp';
import { caption, CAPTION_ASPECT, placeholder } from './caption.ts';

/** What a screen showed at one moment of a step. */
export interface Frame {
  /** Of the step. */
  readonly title: string;
  /** Since the step began; `undefined`: before it did. */
  readonly elapsedMs: number | undefined;
  /** To follow “waiting for”. */
  readonly awaited: string | undefined;
  /** Blurred; `undefined` where the phone takes no picture of the screen. */
  readonly picture: Buffer | undefined;
}

/** A reader who waits longer for a change has seen what there is to see. */
const LONGEST_MS = 1_500;
/** Less is not read. */
const SHORTEST_MS = 400;
/** The end is what it is about, and tells that the video begins anew. */
const LAST_MS = 3_000;
const WHOLE_MS = 30_000;
/** Where every picture was withheld. */
const BLANK = { width: 360, height: 800 } as const;

/**
 * Makes an animated picture of what the phone showed during a step. Waits are shortened, and each frame
 * says when it was: the time that passed is read, not spent.
 * @param frames in their order, one at least. @param lengthMs of the step.
 * @returns WebP, as wide as the first picture.
 */
export async function encodeVideo(frames: readonly Frame[], lengthMs: number): Promise<Buffer> {
  const size = await sizeOf(frames);
  const untilMs = frames.map((_frame, i) => frames[i + 1]?.elapsedMs ?? lengthMs);
  const pictures: Buffer[] = [];
  for (const [i, frame] of frames.entries()) {
    pictures.push(await compose(frame, untilMs[i] ?? lengthMs, lengthMs, size));
  }
  const [first, ...others] = pictures;
  return (others.length === 0 ? sharp(first) : sharp(pictures, { join: { animated: true } }))
    .webp({ quality: 75, effort: 2, loop: 0, delay: delays(frames, untilMs) })
    .toBuffer();
}

/** How long each frame shows, in milliseconds. */
export function delays(frames: readonly Frame[], untilMs: readonly number[]): number[] {
  const shown = frames.map(({ elapsedMs }, i) => {
    const realMs = elapsedMs === undefined ? LONGEST_MS : (untilMs[i] ?? 0) - elapsedMs;
    return Math.min(LONGEST_MS, Math.max(SHORTEST_MS, realMs));
  });
  const sumMs = shown.reduce((sum, ms) => sum + ms, 0);
  const scaled = shown.map((ms) =>
    Math.max(SHORTEST_MS, Math.round(ms * Math.min(1, WHOLE_MS / sumMs))),
  );
  return scaled.with(-1, LAST_MS);
}

interface Size {
  readonly width: number;
  readonly height: number;
}

async function sizeOf(frames: readonly Frame[]): Promise<Size> {
  const first = frames.find(({ picture }) => picture !== undefined)?.picture;
  if (first === undefined) return BLANK;
  const { width, height } = await sharp(first).metadata();
  return { width, height };
}

async function compose(
  frame: Frame,
  untilMs: number,
  lengthMs: number,
  { width, height }: Size,
): Promise<Buffer> {
  const captionPx = Math.round(width * CAPTION_ASPECT);
  const layers: OverlayOptions[] = [
    { input: Buffer.from(caption(frame, untilMs, lengthMs, width)), left: 0, top: 0 },
  ];
  // A phone may be turned on its side meanwhile.
  const picture = frame.picture && sharp(frame.picture).resize({ width, height, fit: 'contain' });
  const input = picture ? await picture.toBuffer() : Buffer.from(placeholder(width, height));
  layers.push({ input, left: 0, top: captionPx });
  const background = '#3c4043';
  return sharp({
    create: { width, height: height + captionPx, channels: 3, background },
  })
    .composite(layers)
    .png({ compressionLevel: 1 })
    .toBuffer();
}
