import { contains } from '../geometry.ts';
import type { TextEngine } from '../text-layout.ts';
import { textPlacement } from '../paint/text-placement.ts';
import type { View } from '../view.ts';
import type { UiWindow } from '../window.tsx';

/** The innermost view at a point; what is drawn last is on top. */
export function viewAt(root: View, x: number, y: number): View | null {
  if (!contains(root.clippedRect, x, y) || root.style.opacity === 0) return null;
  for (const child of [...root.childViews].reverse()) {
    const hit = viewAt(child, x, y);
    if (hit) return hit;
  }
  return root;
}

/** Whether a touch lands on what the window's app has drawn, and not beside a dialog's panel. */
export function hitsContent(window: UiWindow, x: number, y: number): boolean {
  const content = window.contentView;
  return content !== undefined && contains(content.screenRect, x, y);
}

/** Index of the character nearest to a point, in a view's text. */
export function characterAt(
  view: View,
  engine: TextEngine,
  density: number,
  x: number,
  y: number,
): number {
  const { layout, left, top, style, offsetOf } = textPlacement(view, engine, density);
  const row = Math.floor((y - top) / layout.lineHeightPx);
  const line = layout.lines[Math.max(0, Math.min(row, layout.lines.length - 1))];
  if (!line) return 0;
  const lineLeft = left + offsetOf(line);
  let index = 0;
  while (
    index < line.text.length &&
    lineLeft +
      (engine.width(line.text.slice(0, index), style) +
        engine.width(line.text.slice(0, index + 1), style)) /
        2 <
      x
  ) {
    index += 1;
  }
  return line.start + index;
}

/** What a tap on a span does, if there is one under the point. */
export function spanAt(view: View, characterIndex: number): (() => void) | undefined {
  let end = 0;
  for (const span of view.props.spans ?? []) {
    end += span.text.length;
    if (characterIndex < end) return span.onClick;
  }
  return undefined;
}
