import type { Rect } from '../../android/accessibility.ts';
import { type Point, PointerPath } from './pointer-path.ts';

/** Paths of fingers (androidx.test.uiautomator.Gestures). Speeds are pixels per second. */

export type Direction = 'LEFT' | 'RIGHT' | 'UP' | 'DOWN';

export const REVERSE: Readonly<Record<Direction, Direction>> = {
  LEFT: 'RIGHT',
  RIGHT: 'LEFT',
  UP: 'DOWN',
  DOWN: 'UP',
};

/** ViewConfiguration.getLongPressTimeout() on the phone. */
export const LONG_PRESS_TIMEOUT_MS = 400;

/** Longer than a long press, to be sure that one is seen. */
const DRAG_PRESS_MS = LONG_PRESS_TIMEOUT_MS * 1.5;

/** Distance of pinching fingers from the edge of the area. */
const PINCH_MARGIN_PX = 5;
const PINCH_HOLD_MS = 250;

export function center({ left, top, right, bottom }: Rect): Point {
  return { x: (left + right) >> 1, y: (top + bottom) >> 1 };
}

/** The bounds without the tenth at each edge, where swipes on an element begin and end. */
export function withoutMargins({ left, top, right, bottom }: Rect): Rect {
  const x = Math.trunc((right - left) * 0.1);
  const y = Math.trunc((bottom - top) * 0.1);
  return { left: left + x, top: top + y, right: right - x, bottom: bottom - y };
}

export function swipeOver(
  area: Rect,
  direction: Direction,
  percent: number,
  speed: number,
): PointerPath {
  const { x, y } = center(area);
  const dx = Math.trunc((area.right - area.left) * percent);
  const dy = Math.trunc((area.bottom - area.top) * percent);
  const ends: Readonly<Record<Direction, readonly [Point, Point]>> = {
    LEFT: [
      { x: area.right, y },
      { x: area.right - dx, y },
    ],
    RIGHT: [
      { x: area.left, y },
      { x: area.left + dx, y },
    ],
    UP: [
      { x, y: area.bottom },
      { x, y: area.bottom - dy },
    ],
    DOWN: [
      { x, y: area.top },
      { x, y: area.top + dy },
    ],
  };
  const [from, to] = ends[direction];
  return new PointerPath(from).move(to, speed);
}

export function drag(from: Point, to: Point, speed: number): PointerPath {
  return new PointerPath(from).pause(DRAG_PRESS_MS).move(to, speed);
}

/** Two fingers moving together (`close`) or apart. */
export function pinch(
  area: Rect,
  percent: number,
  speed: number,
  kind: 'open' | 'close',
): PointerPath[] {
  const dx = Math.trunc(((area.right - area.left - 2 * PINCH_MARGIN_PX) / 2) * percent);
  const dy = Math.trunc(((area.bottom - area.top - 2 * PINCH_MARGIN_PX) / 2) * percent);
  const bottomLeft = { x: area.left + PINCH_MARGIN_PX, y: area.bottom - PINCH_MARGIN_PX };
  const topRight = { x: area.right - PINCH_MARGIN_PX, y: area.top + PINCH_MARGIN_PX };
  const fingers: readonly (readonly [Point, Point])[] = [
    [bottomLeft, { x: bottomLeft.x + dx, y: bottomLeft.y - dy }],
    [topRight, { x: topRight.x - dx, y: topRight.y + dy }],
  ];
  return fingers.map(([outer, inner]) =>
    kind === 'close'
      ? new PointerPath(outer).move(inner, speed).pause(PINCH_HOLD_MS)
      : new PointerPath(inner).move(outer, speed),
  );
}
