import type { SKRSContext2D } from '@napi-rs/canvas';
import type { Rect } from '../../android/accessibility.ts';
import type { Clock } from '../../android/clock.ts';
import { cssFont } from '../fonts.ts';
import { intersect, isEmpty } from '../geometry.ts';
import type { TextEngine, TextLine } from '../text-layout.ts';
import { COLORS, SIZES } from '../theme.ts';
import { theme } from '../themes/theme.ts';
import type { View } from '../view.ts';
import { paintCheckBox, paintIcon, paintSpinner, paintSwitch } from './controls.ts';
import type { PictureCache } from './pictures.ts';
import { paddingOf, textPlacement, type TextPlacement } from './text-placement.ts';

/** Of what has no background to tint while a finger is on it: text, icons. */
const PRESSED_OPACITY = 0.5;

/** Draws views with Skia. */
export class Painter {
  readonly #density: number;
  readonly #clock: Clock;
  readonly #engine: TextEngine;
  readonly #pictures: PictureCache;

  constructor(parts: {
    density: number;
    clock: Clock;
    engine: TextEngine;
    pictures: PictureCache;
  }) {
    this.#density = parts.density;
    this.#clock = parts.clock;
    this.#engine = parts.engine;
    this.#pictures = parts.pictures;
  }

  /** Draws the tree below `view` at its place on the screen, as far as `clip` shows it. */
  paint(context: SKRSContext2D, view: View, clip: Rect): void {
    const rect = view.screenRect;
    const { opacity = 1 } = view.style;
    if (opacity === 0) return;
    const visible = intersect(rect, clip);
    if (isEmpty(visible) && view.childViews.length === 0) return;
    context.save();
    context.globalAlpha *= view.pressed && fadesPressed(view) ? opacity * PRESSED_OPACITY : opacity;
    this.#paintBox(context, view, rect);
    this.#paintContent(context, view, rect);
    const clips = view.props.scrollable || (view.style.radius !== undefined && hasPressed(view));
    const inner = view.props.scrollable ? shineThrough(view, visible) : visible;
    if (clips) this.#clip(context, view, view.props.scrollable ? inner : rect);
    for (const child of view.childViews) this.paint(context, child, clips ? inner : clip);
    context.restore();
    if (isTinted(view)) this.#paintPressed(context, view, rect);
  }

  #outline(context: SKRSContext2D, view: View, rect: Rect, inset = 0): void {
    const width = rect.right - rect.left - 2 * inset;
    const height = rect.bottom - rect.top - 2 * inset;
    const radius = (view.style.radius ?? 0) * this.#density - inset;
    context.beginPath();
    context.roundRect(
      rect.left + inset,
      rect.top + inset,
      width,
      height,
      Math.max(0, Math.min(radius, width / 2, height / 2)),
    );
  }

  #clip(context: SKRSContext2D, view: View, rect: Rect): void {
    this.#outline(context, view, rect);
    context.clip();
  }

  #paintBox(context: SKRSContext2D, view: View, rect: Rect): void {
    const { background, elevation, borderColor, borderWidth } = view.style;
    if (background) {
      context.save();
      if (elevation) {
        context.shadowColor = COLORS.shadow;
        context.shadowBlur = elevation * 2 * this.#density;
        context.shadowOffsetY = (elevation / 2) * this.#density;
      }
      this.#outline(context, view, rect);
      context.fillStyle = background;
      context.fill();
      context.restore();
    }
    if (borderColor && borderWidth) {
      const lineWidth = borderWidth * this.#density;
      this.#outline(context, view, rect, lineWidth / 2);
      context.lineWidth = lineWidth;
      context.strokeStyle = borderColor;
      context.stroke();
    }
  }

  #paintPressed(context: SKRSContext2D, view: View, rect: Rect): void {
    this.#outline(context, view, rect);
    context.fillStyle = COLORS.pressed;
    context.fill();
  }

  #paintContent(context: SKRSContext2D, view: View, rect: Rect): void {
    const { draw, icon, image, input } = view.props;
    const color = view.style.color ?? COLORS.text;
    if (draw === 'spinner') paintSpinner(context, rect, color, this.#clock.now());
    else if (draw === 'checkbox') paintCheckBox(context, rect, view, this.#density);
    else if (draw === 'switch') paintSwitch(context, rect, view, this.#density);
    if (icon) paintIcon(context, this.#inner(view, rect), icon, color);
    if (image) this.#paintImage(context, image, this.#inner(view, rect));
    if (input?.collects) return;
    if (view.field) this.#paintField(context, view, this.#inner(view, rect), color);
    else this.#paintText(context, view, color);
  }

  /** The part of a field's text that is in sight, and its caret. */
  #paintField(context: SKRSContext2D, view: View, inner: Rect, color: string): void {
    context.save();
    context.beginPath();
    context.rect(inner.left, inner.top, inner.right - inner.left, inner.bottom - inner.top);
    context.clip();
    this.#paintText(context, view, color);
    if (view.owner.focused && view.owner.focusedView === view) this.#paintCaret(context, view);
    context.restore();
  }

  #inner(view: View, rect: Rect): Rect {
    const padding = paddingOf(view, this.#density);
    return {
      left: rect.left + padding.left,
      top: rect.top + padding.top,
      right: rect.right - padding.right,
      bottom: rect.bottom - padding.bottom,
    };
  }

  #paintImage(context: SKRSContext2D, bytes: Buffer, rect: Rect): void {
    const size = this.#pictures.sizeOf(bytes);
    const width = rect.right - rect.left;
    const height = rect.bottom - rect.top;
    const scale = Math.min(width / size.width, height / size.height);
    const drawn = {
      width: Math.round(size.width * scale),
      height: Math.round(size.height * scale),
    };
    context.drawImage(
      this.#pictures.get(bytes, drawn.width, drawn.height),
      rect.left + (width - drawn.width) / 2,
      rect.top + (height - drawn.height) / 2,
      drawn.width,
      drawn.height,
    );
  }

  #paintText(context: SKRSContext2D, view: View, color: string): void {
    const showsHint = view.field !== null && view.displayText === '';
    const text = showsHint ? (view.props.hint ?? '') : view.displayText;
    if (text === '') return;
    const placement = textPlacement(view, this.#engine, this.#density, text);
    const { style } = placement;
    context.font = cssFont(style.sizePx, style.weight);
    context.fillStyle = showsHint ? COLORS.textHint : color;
    for (const [index, line] of placement.layout.lines.entries()) {
      const x = placement.left + placement.offsetOf(line);
      const y = placement.top + placement.layout.baselinePx + index * placement.layout.lineHeightPx;
      if (view.props.spans) this.#paintSpans(context, view, placement, line, { x, y, color });
      else context.fillText(line.text, x, y);
    }
  }

  /** Draws a line of rich text piece by piece, each in its own colour. */
  #paintSpans(
    context: SKRSContext2D,
    view: View,
    { style }: TextPlacement,
    line: TextLine,
    at: { readonly x: number; readonly y: number; readonly color: string },
  ): void {
    let spanStart = 0;
    for (const span of view.props.spans ?? []) {
      const from = Math.max(0, spanStart - line.start);
      const to = Math.min(line.text.length, spanStart + span.text.length - line.start);
      spanStart += span.text.length;
      if (to <= from) continue;
      context.fillStyle = span.color ?? at.color;
      const before = this.#engine.width(line.text.slice(0, from), style);
      context.fillText(line.text.slice(from, to), at.x + before, at.y);
    }
  }

  #paintCaret(context: SKRSContext2D, view: View): void {
    const placement = textPlacement(view, this.#engine, this.#density);
    const caret = view.field?.selection.end ?? 0;
    const before = this.#engine.width(view.displayText.slice(0, caret), placement.style);
    const height = placement.style.sizePx * 1.25;
    const width = SIZES.caretWidth * this.#density;
    context.fillStyle = theme().colors.accent;
    context.fillRect(
      placement.left + before,
      placement.top + (placement.layout.heightPx - height) / 2,
      width,
      height,
    );
  }
}

/** What a list shows: one that ends above the navigation pill goes on below it. */
function shineThrough(view: View, visible: Rect): Rect {
  const { bounds, seeThroughPx } = view.owner;
  const reachesPill = visible.bottom === bounds.bottom - seeThroughPx;
  return reachesPill ? { ...visible, bottom: bounds.bottom } : visible;
}

/**
 * Where a finger's tint is painted: on a row, on what has a background, and on the background of
 * what is alone in a larger touch area, as the face of a key.
 */
function tintedBy(pressed: View): View | null {
  if (pressed.style.background || pressed.style.direction === 'row') return pressed;
  const [only, ...others] = pressed.childViews;
  return only?.style.background && others.length === 0 ? only : null;
}

function isTinted(view: View): boolean {
  const pressed = view.pressed ? view : view.parentView;
  return pressed?.pressed === true && tintedBy(pressed) === view;
}

function fadesPressed(view: View): boolean {
  return tintedBy(view) === null;
}

function hasPressed(view: View): boolean {
  return view.childViews.some((child) => child.pressed || hasPressed(child));
}
