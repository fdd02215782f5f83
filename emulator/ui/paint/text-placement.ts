import { textStyle } from '../layout.ts';
import type { TextEngine, TextLayout, TextLine, TextStyle } from '../text-layout.ts';
import type { View } from '../view.ts';

/** Where a view's text stands on the screen, in pixels. */
export interface TextPlacement {
  readonly layout: TextLayout;
  readonly style: TextStyle;
  readonly left: number;
  readonly top: number;
  readonly widthPx: number;
  /** How far a line is moved right of `left` by its alignment. */
  offsetOf(line: TextLine): number;
}

/** Padding of a view in pixels. */
export function paddingOf(view: View, density: number) {
  const { padding = 0, paddingHorizontal, paddingVertical, ...style } = view.style;
  return {
    left: (style.paddingLeft ?? paddingHorizontal ?? padding) * density,
    right: (style.paddingRight ?? paddingHorizontal ?? padding) * density,
    top: (style.paddingTop ?? paddingVertical ?? padding) * density,
    bottom: (style.paddingBottom ?? paddingVertical ?? padding) * density,
  };
}

/**
 * Places a view's text (or hint). What is in a field is never cut off: it stands in one line, moved
 * left as far as the caret wants. Fields, buttons and centred text stand in the middle of the
 * view's height, other text at its top, as Android's default gravities have it.
 */
export function textPlacement(
  view: View,
  engine: TextEngine,
  density: number,
  text = view.displayText,
): TextPlacement {
  const wanted = textStyle(view, density);
  const padding = paddingOf(view, density);
  const rect = view.screenRect;
  const widthPx = view.frame.width - padding.left - padding.right;
  const heightPx = view.frame.height - padding.top - padding.bottom;
  const isContent = view.field !== null && view.displayText !== '';
  // Rounding to whole pixels may have taken one from the width the text was measured with.
  const maxWidthPx = isContent ? Infinity : Math.max(0, widthPx) + 1;
  const style = view.style.autoSize ? engine.fit(text, wanted, maxWidthPx - 1) : wanted;
  const layout = engine.layout(text, style, maxWidthPx);
  const { textAlign } = view.style;
  const centred = view.field !== null || textAlign === 'center';
  return {
    layout,
    style,
    left: rect.left + padding.left - (isContent ? view.textScrollX : 0),
    top: rect.top + padding.top + (centred ? (heightPx - layout.heightPx) / 2 : 0),
    widthPx,
    offsetOf: (line) => {
      if (textAlign === 'center') return (widthPx - line.widthPx) / 2;
      return textAlign === 'end' ? widthPx - line.widthPx : 0;
    },
  };
}
