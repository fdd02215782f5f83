import type { AccessibilityNode, Rect } from '../../android/accessibility.ts';
import type { AccessibilityTree } from '../accessibility-tree.ts';
import { UiObjectNotFoundError } from '../errors.ts';
import type { UiObjects } from '../elements/ui-objects.ts';
import type { GestureController } from '../gestures/gesture-controller.ts';
import { patternSelector } from './query.ts';
import { UiSelector } from './ui-selector.ts';

const SCROLL_STEPS = 55;
const FLING_STEPS = 5;
const DEFAULT_MAX_SEARCH_SWIPES = 30;
const DEFAULT_DEAD_ZONE = 0.1;

/** What scrolling needs; `maxSearchSwipes` is shared by all scrollables, as Java's static field. */
export interface ScrollContext {
  readonly tree: AccessibilityTree;
  readonly objects: UiObjects;
  readonly gestures: GestureController;
  maxSearchSwipes?: number;
}

/** androidx.test.uiautomator.UiScrollable: searches a list by swiping it with a finger. */
export class UiScrollable {
  readonly selector: UiSelector;
  readonly #context: ScrollContext;
  #vertical = true;
  #deadZone = DEFAULT_DEAD_ZONE;

  constructor(selector: UiSelector, context: ScrollContext) {
    this.selector = selector;
    this.#context = context;
  }

  get maxSearchSwipes(): number {
    return this.#context.maxSearchSwipes ?? DEFAULT_MAX_SEARCH_SWIPES;
  }

  set maxSearchSwipes(swipes: number) {
    this.#context.maxSearchSwipes = swipes;
  }

  get deadZone(): number {
    return this.#deadZone;
  }

  set deadZone(share: number) {
    this.#deadZone = share;
  }

  set vertical(vertical: boolean) {
    this.#vertical = vertical;
  }

  /** Swipes back to the start, then forward until `wanted` shows; whether it does. */
  async scrollIntoView(wanted: UiSelector): Promise<boolean> {
    const child = this.selector.with('CHILD', wanted);
    const exists = () => this.#context.objects.find(child) !== null;
    if (exists()) return true;
    await this.scrollToEdge('backward', this.maxSearchSwipes);
    if (exists()) return true;
    for (let swipes = 0; swipes < this.maxSearchSwipes; swipes += 1) {
      const scrolled = await this.scroll('forward');
      if (exists()) return true;
      if (!scrolled) return false;
    }
    return false;
  }

  /** Whether the beginning or end was reached within `maxSwipes`. */
  async scrollToEdge(
    direction: 'forward' | 'backward',
    maxSwipes: number,
    steps = SCROLL_STEPS,
  ): Promise<boolean> {
    for (let swipes = 0; swipes < maxSwipes; swipes += 1) {
      if (!(await this.scroll(direction, steps))) return true;
    }
    return false;
  }

  flingToEdge(direction: 'forward' | 'backward', maxSwipes: number): Promise<boolean> {
    return this.scrollToEdge(direction, maxSwipes, FLING_STEPS);
  }

  fling(direction: 'forward' | 'backward'): Promise<boolean> {
    return this.scroll(direction, FLING_STEPS);
  }

  /**
   * One swipe over the list; false if nothing moved.
   * @throws UiObjectNotFoundError if the list is not on the screen.
   */
  async scroll(direction: 'forward' | 'backward', steps = SCROLL_STEPS): Promise<boolean> {
    const list = await this.#context.objects.await(this.selector);
    if (!list) throw new UiObjectNotFoundError(String(this.selector));
    const [from, to] = this.#swipeEnds(list.bounds, direction);
    return this.#context.gestures.scrollSwipe(from, to, steps);
  }

  /** The row that holds (or is) the node described by `inner`, found by scrolling. */
  async childBy(
    row: UiSelector,
    inner: UiSelector,
    isWanted: (node: AccessibilityNode) => boolean,
    options: { scroll: boolean; notFound: string },
  ): Promise<UiSelector> {
    if (options.scroll) await this.scrollIntoView(inner);
    const count = this.#context.objects.count(this.selector, row);
    for (let instance = 0; instance < count; instance += 1) {
      const candidate = this.childByInstance(row, instance);
      const node = this.#context.objects.find(candidate);
      if (node && isWanted(node)) return candidate;
      if (this.#context.objects.find(candidate.with('CHILD', inner))) return candidate;
    }
    throw new UiObjectNotFoundError(options.notFound);
  }

  childByInstance(row: UiSelector, instance: number): UiSelector {
    return patternSelector(this.selector, row, instance);
  }

  #swipeEnds(bounds: Rect, direction: 'forward' | 'backward') {
    const x = (bounds.left + bounds.right) >> 1;
    const y = (bounds.top + bounds.bottom) >> 1;
    const length = this.#vertical ? bounds.bottom - bounds.top : bounds.right - bounds.left;
    const margin = Math.trunc(length * this.#deadZone);
    const start = this.#vertical ? { x, y: bounds.top + margin } : { x: bounds.left + margin, y };
    const end = this.#vertical ? { x, y: bounds.bottom - margin } : { x: bounds.right - margin, y };
    return direction === 'forward' ? ([end, start] as const) : ([start, end] as const);
  }
}

/**
 * Scrolls until `selector` shows.
 * @throws UiObjectNotFoundError if it never does, or there is nothing to scroll.
 */
export async function scrollToElement(
  origin: UiSelector | undefined,
  selector: UiSelector,
  maxSwipes: number | undefined,
  context: ScrollContext,
): Promise<void> {
  const list = origin ?? new UiSelector({ SCROLLABLE: true, INSTANCE: 0 });
  const scrollable = new UiScrollable(list, context);
  const node = await context.objects.await(list);
  if (!node) throw new UiObjectNotFoundError(String(list));
  if (node.className === 'android.widget.HorizontalScrollView') scrollable.vertical = false;
  const before = scrollable.maxSearchSwipes;
  if (maxSwipes !== undefined && maxSwipes > 0) scrollable.maxSearchSwipes = maxSwipes;
  try {
    if (!(await scrollable.scrollIntoView(selector))) {
      throw new UiObjectNotFoundError(`Cannot scroll to ${selector.toString()}`);
    }
  } finally {
    scrollable.maxSearchSwipes = before;
  }
}
