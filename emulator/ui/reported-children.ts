import { isEmpty } from './geometry.ts';
import type { View } from './view.ts';

/** Lists that recycle their rows: what is scrolled out is not in the tree. */
const RECYCLING = /\.(RecyclerView|ListView|GridView)$/;

/** The children accessibility sees: those of a view it is not told about stand in for it. */
export function reportedChildren(view: View): readonly View[] {
  return [...reported(view, recycles(view))];
}

/** Whether it is part of a list's row that is scrolled out. */
export function isRecycled(view: View): boolean {
  return view.parentView !== null && recycles(view.parentView) && isEmpty(view.clippedRect);
}

function recycles(view: View): boolean {
  return view.closest(({ className }) => RECYCLING.test(className)) !== null;
}

function* reported(view: View, recycled: boolean): Generator<View> {
  for (const child of view.childViews) {
    if (recycled && isEmpty(child.clippedRect)) continue;
    if (child.props.important === false) yield* reported(child, recycled);
    else yield child;
  }
}
