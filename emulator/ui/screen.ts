import { createCanvas, type Canvas, type SKRSContext2D } from '@napi-rs/canvas';
import type { JpegPicture, PictureFormat } from '../android/accessibility.ts';
import type { Clock } from '../android/clock.ts';
import type { Frames } from './frames.ts';
import type { Painter } from './paint/painter.ts';
import { encodePng } from './paint/png.ts';
import { COLORS } from './theme.ts';
import { withTheme } from './themes/theme.ts';
import type { WindowStack } from './window-stack.ts';
import type { UiWindow } from './window.tsx';

const JPEG_QUALITY = 85;
/** Moving parts (spinners, fading toasts) are drawn anew this often at most. */
const ANIMATION_FRAME_MS = 33;

/** Formats come and go with the settings of a stream; those not asked for lately are let go. */
const CACHED_FORMATS = 3;

type Eye = 'capture' | 'person';

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
  readonly #pictures = new Map<string, { readonly key: string; picture: Promise<Buffer> }>();
  #canvas: Canvas | undefined;
  /** The canvas must not be painted while it is being encoded. */
  #encoding: Promise<unknown> = Promise.resolve();

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /**
   * The picture as it is now; taken from the last one if nothing changed since.
   * @param eye `capture` takes what FLAG_SECURE leaves of it, `person` sees all
   */
  capture(format: PictureFormat, eye: Eye = 'capture'): Promise<Buffer> {
    this.#parts.stack.settle();
    const key = this.#key();
    const name = JSON.stringify([format, eye]);
    const last = this.#pictures.get(name);
    if (last?.key === key) return last.picture;
    const picture = this.#encoding.then(() => this.#encode(format, eye));
    this.#encoding = picture.catch(() => undefined);
    this.#pictures.delete(name);
    this.#pictures.set(name, { key, picture });
    const [oldest] = this.#pictures.keys();
    if (this.#pictures.size > CACHED_FORMATS && oldest) this.#pictures.delete(oldest);
    picture.catch(() => this.#pictures.delete(name));
    return picture;
  }

  #key(): string {
    const moving = this.#parts.stack.topDown().some(isMoving);
    const frame = moving ? Math.floor(this.#parts.clock.now() / ANIMATION_FRAME_MS) : 0;
    // No frame tells that FLAG_SECURE was set: it is asked for anew each time.
    const secure = this.#parts.stack.topDown().map(isSecure).join();
    return `${this.#parts.frames.version}:${frame}:${secure}`;
  }

  #encode(format: PictureFormat, eye: Eye): Promise<Buffer> {
    this.#parts.stack.settle();
    const { widthPx, heightPx } = this.#parts.stack.display;
    if (this.#canvas?.width !== widthPx) this.#canvas = createCanvas(widthPx, heightPx);
    const canvas = this.#canvas;
    const context = canvas.getContext('2d');
    context.fillStyle = COLORS.black;
    context.fillRect(0, 0, widthPx, heightPx);
    if (this.#parts.screenOn()) {
      const windows = this.#parts.stack.topDown();
      const topDialog = windows.find(({ isDialog }) => isDialog);
      for (const window of [...windows].reverse()) {
        // However many dialogs there are, the screen below the one in front is dimmed once.
        if (window === topDialog) this.#dim(context);
        withTheme(this.#parts.stack.theme, () => this.#paintWindow(context, window, eye));
      }
    }
    if (format === 'png') return encodePng(canvas);
    if (format === 'jpeg') return canvas.encode('jpeg', JPEG_QUALITY);
    return scaled(canvas, format).encode('jpeg', format.quality);
  }

  #dim(context: SKRSContext2D): void {
    const { widthPx, heightPx } = this.#parts.stack.display;
    context.fillStyle = COLORS.dim;
    context.fillRect(0, 0, widthPx, heightPx);
  }

  #paintWindow(context: SKRSContext2D, window: UiWindow, eye: Eye): void {
    const { left, top, right, bottom } = window.bounds;
    context.save();
    if (eye === 'capture' && isSecure(window)) {
      context.fillStyle = COLORS.black;
      context.fillRect(left, top, right - left, bottom - top);
    } else {
      if (window.fills) {
        context.fillStyle = window.background;
        context.fillRect(left, top, right - left, bottom - top);
      }
      context.globalAlpha = window.spec.opacity?.() ?? 1;
      this.#parts.painter.paint(context, window.root, window.bounds);
    }
    context.restore();
  }
}

function scaled(canvas: Canvas, { scale, smooth }: JpegPicture): Canvas {
  if (scale === 1) return canvas;
  const width = Math.max(1, Math.round(canvas.width * scale));
  const height = Math.max(1, Math.round(canvas.height * scale));
  const smaller = createCanvas(width, height);
  const context = smaller.getContext('2d');
  context.imageSmoothingEnabled = smooth;
  context.drawImage(canvas, 0, 0, width, height);
  return smaller;
}

/** FLAG_SECURE */
export function isSecure(window: UiWindow): boolean {
  return window.spec.secure?.() ?? false;
}

function isMoving(window: UiWindow): boolean {
  if (window.spec.opacity) return true;
  return [...window.root.walk()].some((view) => view.props.draw === 'spinner');
}
