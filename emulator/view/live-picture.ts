import type { AndroidSystem } from '../android/system.ts';

/** As often as this the screen is looked at; what has not changed is not sent again. */
const FRAME_INTERVAL_MS = 50;
const PICTURE = { quality: 88, scale: 1, smooth: true };
const BOUNDARY = 'frame';
/** Sent after each picture too: Chromium shows one once it has read the head of the next. */
const PART_HEAD = Buffer.from(`--${BOUNDARY}\r\nContent-Type: image/jpeg\r\n\r\n`);
const LINE_END = Buffer.from('\r\n');

export const LIVE_PICTURE_TYPE = `multipart/x-mixed-replace; boundary=${BOUNDARY}`;

/**
 * The screen as a person sees it, as a stream of JPEG pictures for an `<img>`: one for each change,
 * none while nobody reads.
 * @param end ends the stream
 */
export function livePicture(
  { windows, clock }: Pick<AndroidSystem, 'windows' | 'clock'>,
  end: AbortSignal,
): ReadableStream<Uint8Array> {
  const reader = new AbortController();
  const signal = AbortSignal.any([end, reader.signal]);
  let last: Buffer | undefined;
  return new ReadableStream<Uint8Array>(
    {
      start: (controller) => controller.enqueue(PART_HEAD),
      // Called when the reader has room: one that does not keep up misses pictures.
      pull: async (controller) => {
        try {
          for (;;) {
            signal.throwIfAborted();
            const picture = await windows.look(PICTURE);
            if (picture !== last) {
              last = picture;
              controller.enqueue(Buffer.concat([picture, LINE_END, PART_HEAD]));
              return;
            }
            await clock.sleep(FRAME_INTERVAL_MS, signal);
          }
        } catch (error) {
          if (!signal.aborted) throw error;
          if (!reader.signal.aborted) controller.close();
        }
      },
      cancel: () => reader.abort(),
    },
    { highWaterMark: 1 },
  );
}
