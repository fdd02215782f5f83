import type { Rect } from '../android/accessibility.ts';

/** The part both rectangles share; where they do not meet, an empty one inside `b`'s edge. */
export function intersect(a: Rect, b: Rect): Rect {
  const left = Math.min(Math.max(a.left, b.left), b.right);
  const top = Math.min(Math.max(a.top, b.top), b.bottom);
  return {
    left,
    top,
    right: Math.max(left, Math.min(a.right, b.right)),
    bottom: Math.max(top, Math.min(a.bottom, b.bottom)),
  };
}

export function isEmpty(rect: Rect): boolean {
  return rect.right <= rect.left || rect.bottom <= rect.top;
}

export function contains(rect: Rect, x: number, y: number): boolean {
  return x >= rect.left && x < rect.right && y >= rect.top && y < rect.bottom;
}
