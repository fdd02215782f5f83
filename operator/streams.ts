import { once, type EventEmitter } from 'node:events';
import type { Handler } from 'hono';
import { streamSSE } from 'hono/streaming';
import type { LivePicture } from './live-picture.ts';
import type { PictureMessage } from './page-state.ts';
import type { RunView } from './run-view.ts';

/** How long a browser waits before it connects again. */
const RECONNECT_AFTER_MS = 1000;

/** A handler that sends server-sent events until the browser leaves or the server stops. */
function events(
  stopping: AbortSignal,
  send: (write: (data: unknown) => Promise<void>, left: AbortSignal) => Promise<void>,
): Handler {
  return (c) => {
    const response = streamSSE(c, async (stream) => {
      const gone = new AbortController();
      stream.onAbort(() => gone.abort());
      const left = AbortSignal.any([gone.signal, stopping]);
      try {
        await send(
          // It waits for a browser that does not keep up, so that what it missed is left out.
          (data) => stream.writeSSE({ data: JSON.stringify(data), retry: RECONNECT_AFTER_MS }),
          left,
        );
      } catch (error) {
        if (!left.aborted) throw error;
      }
    });
    // So that nothing keeps the server from stopping once the last event is through.
    response.headers.set('Connection', 'close');
    return response;
  };
}

/** Sends the whole state at once and after every change; the last one is that of the run's end. */
export function stateEvents(view: RunView, stopping: AbortSignal): Handler {
  return events(stopping, async (write, left) => {
    while (!left.aborted) {
      const { version, state } = view;
      await write(state);
      if (state.ended !== undefined) return;
      if (view.version === version) await once(view, 'changed', { signal: left });
    }
  });
}

/**
 * Sends every phone's picture when it has changed. All of them go over one connection, since a
 * browser opens six to a server and no more.
 * @param pictures by serial; phones may be added meanwhile.
 * @param added emits `changed` when one is.
 */
export function pictureEvents(
  pictures: ReadonlyMap<string, LivePicture>,
  added: EventEmitter<{ changed: [] }>,
  stopping: AbortSignal,
): Handler {
  return events(stopping, async (write, left) => {
    const sent = new Map<string, number>();
    const unwatch: (() => void)[] = [];
    let wake = (): void => undefined;
    const onChanged = (): void => wake();
    added.on('changed', onChanged);
    try {
      while (!left.aborted) {
        for (const [serial, picture] of pictures) {
          if (!sent.has(serial)) {
            picture.on('changed', onChanged);
            unwatch.push(picture.watch(), () => picture.off('changed', onChanged));
          }
        }
        const changed = new Promise<void>((resolve) => (wake = resolve));
        const due = [...pictures].filter(([serial, { version }]) => sent.get(serial) !== version);
        for (const [serial, picture] of due) {
          sent.set(serial, picture.version);
          await write(message(serial, picture));
        }
        if (due.length === 0) await orAborted(changed, left);
      }
    } finally {
      added.off('changed', onChanged);
      for (const leave of unwatch) leave();
    }
  });
}

function message(serial: string, { status, picture }: LivePicture): PictureMessage {
  return { serial, status, jpeg: picture?.toString('base64') };
}

async function orAborted(promise: Promise<void>, signal: AbortSignal): Promise<void> {
  let stop = (): void => undefined;
  const aborted = new Promise<void>((resolve) => (stop = resolve));
  signal.addEventListener('abort', stop);
  if (signal.aborted) stop();
  await Promise.race([promise, aborted]);
  signal.removeEventListener('abort', stop);
}
