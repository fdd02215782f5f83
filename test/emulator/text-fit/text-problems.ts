import type { Rect } from '../../../emulator/android/accessibility.ts';
import { intersect, isEmpty } from '../../../emulator/ui/geometry.ts';
import { paddingOf, textPlacement } from '../../../emulator/ui/paint/text-placement.ts';
import { TextEngine } from '../../../emulator/ui/text-layout.ts';
import { View } from '../../../emulator/ui/view.ts';
import type { WindowManager } from '../../../emulator/ui/window-manager.ts';

/** Whole pixels and glyphs that lean out of their box. */
const TOLERANCE_PX = 2;
/** Less room than this makes a list unusable. */
const MIN_SCROLLER_DP = 40;

/** Two characters between which a line may not end: no spaces, no hyphen, no Chinese. */
const INSIDE_A_WORD = /^[^\s\u2e80-\uffef-][^\s\u2e80-\uffef]$/;

const engine = new TextEngine();

interface Placed {
  readonly view: View;
  readonly text: string;
  /** Around the glyphs, in pixels, as if nothing were clipped. */
  readonly rect: Rect;
}

/** What is wrong with the texts on a phone's screen, one line a problem; none if all is well. */
export function textProblems(windows: WindowManager): string[] {
  const density = windows.display.densityDpi / 160;
  return windows.automation.windows().flatMap(({ root }) => {
    if (!(root instanceof View)) throw new Error('the window has no view for a root');
    return windowProblems(root, density);
  });
}

function windowProblems(root: View, density: number): string[] {
  const views = [...root.walk()];
  const placed = views.flatMap((view) => place(view, density) ?? []);
  return [
    ...views.flatMap((view) => scrollerProblems(view, density)),
    ...placed.flatMap((text) => textOwnProblems(text, density)),
    ...overlaps(placed),
  ];
}

/** Where a view's text stands; a field's own content scrolls, so only its hint must fit. */
function place(view: View, density: number): Placed | undefined {
  const isFieldContent = view.field !== null && view.displayText !== '';
  if (isFieldContent || view.style.opacity === 0) return undefined;
  const text = view.field ? (view.props.hint ?? '') : view.displayText;
  if (text === '') return undefined;
  const { layout, left, top, offsetOf } = textPlacement(view, engine, density, text);
  const offsets = layout.lines.map(offsetOf);
  const right = Math.max(
    ...layout.lines.map((line, index) => (offsets[index] ?? 0) + line.widthPx),
  );
  return {
    view,
    text,
    rect: {
      left: left + Math.min(...offsets),
      top,
      right: left + right,
      bottom: top + layout.heightPx,
    },
  };
}

function textOwnProblems({ view, text, rect }: Placed, density: number): string[] {
  const { layout, style } = textPlacement(view, engine, density, text);
  const padding = paddingOf(view, density);
  const heightPx = view.frame.height - padding.top - padding.bottom;
  const problems: string[] = [];
  const isShortened = layout.lines.some((line) => line.text.endsWith('…')) && !text.includes('…');
  if (isShortened && view.style.ellipsize !== 'end') problems.push('is shortened');
  if (layout.heightPx > heightPx + TOLERANCE_PX) {
    problems.push(`needs ${Math.ceil(layout.heightPx)} px of height and has ${heightPx}`);
  }
  if (style.maxLines > 1 && breaksWord(text, layout.lines))
    problems.push('is broken within a word');
  const bounds = roomFor(view);
  if (rect.left < bounds.left - TOLERANCE_PX || rect.right > bounds.right + TOLERANCE_PX) {
    problems.push('is cut off at a side');
  }
  if (rect.top < bounds.top - TOLERANCE_PX || rect.bottom > bounds.bottom + TOLERANCE_PX) {
    problems.push('is cut off above or below');
  }
  return problems.map((problem) => `${nameOf(view)} “${text}” ${problem}`);
}

/** What a text must stay inside: the content of what scrolls it, else its window. */
function roomFor(view: View): Rect {
  const scroller = view.parentView?.closest(({ props }) => props.scrollable === true);
  if (!scroller) return view.owner.bounds;
  const { left, top, right } = scroller.screenRect;
  const contentTop = top - scroller.scrollY;
  return { left, top: contentTop, right, bottom: contentTop + scroller.contentHeight };
}

function breaksWord(text: string, lines: readonly { readonly start: number }[]): boolean {
  return lines
    .slice(1)
    .some(
      ({ start }) => INSIDE_A_WORD.test(text.slice(start - 1, start + 1)) && isWord(text, start),
    );
}

/** A key's fingerprint (`A8:EA:…`) is none: it may go on in the next line wherever it must. */
function isWord(text: string, at: number): boolean {
  const [head = ''] = /\S*$/.exec(text.slice(0, at)) ?? [];
  return !/^(\p{Hex}{2}:)+\p{Hex}{0,2}$/u.test(head);
}

function scrollerProblems(view: View, density: number): string[] {
  const { height } = view.frame;
  const needed = Math.min(view.contentHeight, MIN_SCROLLER_DP * density);
  return view.props.scrollable && height < needed
    ? [`${nameOf(view)} has ${height} px for ${view.contentHeight} px of content`]
    : [];
}

function overlaps(placed: readonly Placed[]): string[] {
  const problems: string[] = [];
  for (const [index, one] of placed.entries()) {
    for (const other of placed.slice(index + 1)) {
      const scrolled = scrollerOf(one.view) === scrollerOf(other.view);
      const [a, b] = [one, other].map(({ view, rect }) =>
        scrolled ? rect : intersect(rect, view.clippedRect),
      );
      if (!a || !b || isEmpty(shrunk(intersect(a, b))) || isBubble(other.view)) continue;
      problems.push(`${nameOf(one.view)} “${one.text}” lies over “${other.text}”`);
    }
  }
  return problems;
}

/** Something that is meant to hide what is below it for a moment. */
function isBubble({ style }: View): boolean {
  return style.position === 'absolute' && style.background !== undefined;
}

function scrollerOf(view: View): View | null | undefined {
  return view.parentView?.closest(({ props }) => props.scrollable === true);
}

/** Line boxes hold room above and below the glyphs: theirs may touch. */
function shrunk({ left, top, right, bottom }: Rect): Rect {
  return {
    left: left + TOLERANCE_PX,
    top: top + 2 * TOLERANCE_PX,
    right: right - TOLERANCE_PX,
    bottom: bottom - 2 * TOLERANCE_PX,
  };
}

function nameOf({ props }: View): string {
  return props.id ?? props.className.split('.').at(-1) ?? props.className;
}
