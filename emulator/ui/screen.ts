import { createCanvas, type Canvas, type SKRSContext2D } from '@napi-rs/canvas';
import type { Clock } from '../android/clock.ts';
import type { Frames } from './frames.ts';
import type { Painter } from './paint/painter.ts';
import { COLORS } from './theme.ts';
import type { WindowStack } from './window-stack.ts';
import type { UiWindow } from './window.tsx';

const JPEG_QUALITY = 85;
/** Moving parts (spinners, fading toasts) are drawn anew this often at most. */
const ANIMATION_FRAME_MS = 33;

type Format = 'png' | 'jpeg';

interface Parts {
  readonly stack: WindowStack;
  readonly frames: Frames;
  readonly screenOn: () => boolean;
  readonly clock: Clock;
  readonly painter: Painter;
}

/** Puts the windows together to one picture and encodes it, off the main thread. */
export class Screen {
  readonly #parts: Parts;
  readonly #pictures = new Map<Format, { readonly key: string; picture: Promise<Buffer> }>();
  #canvas: Canvas | undefined;
  /** The canvas must not be painted while it is being encoded. */
  #encoding: Promise<unknown> = Promise.resolve();

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** The picture as it is now; taken from the last one if nothing changed since. */
  capture(format: Format): Promise<Buffer> {
    this.#parts.stack.settle();
    const key = this.#key();
    const last = this.#pictures.get(format);
    if (last?.key === key) return last.picture;
    const picture = this.#encoding.then(() => this.#encode(format));
    this.#encoding = picture.catch(() => undefined);
    this.#pictures.set(format, { key, picture });
    picture.catch(() => this.#pictures.delete(format));
    return picture;
  }

  #key(): string {
    const moving = this.#parts.stack.topDown().some(isMoving);
    const frame = moving ? Math.floor(this.#parts.clock.now() / ANIMATION_FRAME_MS) : 0;
    // No frame tells that FLAG_SECURE was set: it is asked for anew each time.
    const secure = this.#parts.stack.topDown().map(isSecure).join();
    return `${this.#parts.frames.version}:${frame}:${secure}`;
  }

  #encode(format: Format): Promise<Buffer> {
    this.#parts.stack.settle();
    const { widthPx, heightPx } = this.#parts.stack.display;
    if (this.#canvas?.width !== widthPx) this.#canvas = createCanvas(widthPx, heightPx);
    const canvas = this.#canvas;
    const context = canvas.getContext('2d');
    context.fillStyle = COLORS.black;
    context.fillRect(0, 0, widthPx, heightPx);
    if (this.#parts.screenOn()) {
      const windows = this.#parts.stack.topDown();
      const topDialog = windows.find(({ spec }) => spec.kind === 'dialog');
      for (const window of [...windows].reverse()) {
        // However many dialogs there are, the screen below the one in front is dimmed once.
        if (window === topDialog) this.#dim(context);
        this.#paintWindow(context, window);
      }
    }
    return format === 'png' ? canvas.encode('png') : canvas.encode('jpeg', JPEG_QUALITY);
  }

  #dim(context: SKRSContext2D): void {
    const { widthPx, heightPx } = this.#parts.stack.display;
    context.fillStyle = COLORS.dim;
    context.fillRect(0, 0, widthPx, heightPx);
  }

  #paintWindow(context: SKRSContext2D, window: UiWindow): void {
    const { left, top, right, bottom } = window.bounds;
    context.save();
    if (isSecure(window)) {
      context.fillStyle = COLORS.black;
      context.fillRect(left, top, right - left, bottom - top);
    } else {
      if (window.spec.kind === 'activity') {
        context.fillStyle = windowBackground(window);
        context.fillRect(left, top, right - left, bottom - top);
      }
      context.globalAlpha = window.spec.opacity?.() ?? 1;
      this.#parts.painter.paint(context, window.root, window.bounds);
    }
    context.restore();
  }
}

/** What fills an activity's window, under the status bar too. */
export function windowBackground(window: UiWindow): string {
  return window.contentView?.style.background ?? COLORS.page;
}

/** FLAG_SECURE */
export function isSecure(window: UiWindow): boolean {
  return window.spec.secure?.() ?? false;
}

function isMoving(window: UiWindow): boolean {
  if (window.spec.opacity) return true;
  return [...window.root.walk()].some((view) => view.props.draw === 'spinner');
}
