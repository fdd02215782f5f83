import type { AccessibilityNode, ScrollEvent } from '../../android/accessibility.ts';
import type { Clock } from '../../android/clock.ts';
import type { AccessibilityTree } from '../accessibility-tree.ts';
import { ServerError } from '../errors.ts';
import type { GestureController } from '../gestures/gesture-controller.ts';
import type { Point } from '../gestures/pointer-path.ts';
import type { Session } from '../session.ts';
import type { ToastListener } from '../toasts.ts';
import type { ContentSizes } from './attributes.ts';

const SWIPE_STEPS = 10;
const SWIPE_PX = 200;
const DEAD_ZONE = 0.1;
/** How long a swipe is watched for what it scrolls; always all of it, as on the real server. */
const WATCH_MS = 750;
const WATCH_CAPABILITY = 'scrollEventTimeout';
/** Half of ViewConfiguration.getScaledPagingTouchSlop(). */
const TOUCH_PADDING_DP = 8;
/** The first rows of a list are often cut. */
const ROWS_TO_MEASURE = 3;

interface Parts {
  readonly tree: AccessibilityTree;
  readonly gestures: GestureController;
  readonly toasts: ToastListener;
  readonly clock: Clock;
  readonly session: () => Session | undefined;
}

/**
 * The attribute `contentSize`: where a list is and how far it can be scrolled, learnt from the
 * events of a small swipe there and back (io.appium.uiautomator2.utils.ContentSizeHelpers).
 */
export class ContentSizeMeter implements ContentSizes {
  readonly #parts: Parts;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** @throws ServerError if nothing scrolls. */
  async of(node: AccessibilityNode): Promise<string> {
    const { left, top, right, bottom } = node.bounds;
    const place = { width: right - left, height: bottom - top, top, left };
    const touchPadding = (TOUCH_PADDING_DP * this.#parts.tree.automation.display.densityDpi) / 160;
    const scrollableOffset = await this.#scrollableOffset(node);
    return JSON.stringify({
      ...place,
      scrollableOffset,
      touchPadding: Math.trunc(touchPadding),
    });
  }

  async #scrollableOffset(node: AccessibilityNode): Promise<number> {
    const [from, to] = swipeEnds(node);
    let event = await this.#watch(from, to);
    if (event) await this.#parts.gestures.scrollSwipe(to, from, SWIPE_STEPS);
    else event = await this.#watch(to, from);
    if (!event) {
      throw new ServerError(
        'Could not retrieve accessibility scroll data; unable to determine scrollable offset',
      );
    }
    if (event.maxScrollY !== -1) return event.maxScrollY;
    if (event.itemCount === -1) {
      throw new ServerError(
        'Did not get either scrollY or itemCount from accessibility scroll data',
      );
    }
    return offsetOfRows(node, this.#parts.tree.children(node), event.itemCount);
  }

  /** Swipes, and tells the last event of the scrolling that comes of it. */
  async #watch(from: Point, to: Point): Promise<ScrollEvent | null> {
    const { tree, gestures, toasts, clock, session } = this.#parts;
    // The real server has one listener for events, and needs it here.
    const wereToastsHeard = toasts.listening;
    toasts.stop();
    let last: ScrollEvent | null = null;
    const unsubscribe = tree.automation.onScrolled((event) => (last = event));
    try {
      const asked = session()?.capabilities[WATCH_CAPABILITY];
      const watchMs = typeof asked === 'number' ? asked : WATCH_MS;
      const startMs = clock.now();
      await gestures.scrollSwipe(from, to, SWIPE_STEPS);
      await clock.sleep(Math.max(0, watchMs - (clock.now() - startMs)));
    } finally {
      unsubscribe();
      if (wereToastsHeard) toasts.start();
    }
    const current = session();
    if (current) current.lastScrollData = last;
    return last;
  }
}

/** From a little below the middle upwards. */
function swipeEnds({ bounds: { left, top, right, bottom } }: AccessibilityNode): [Point, Point] {
  const height = bottom - top;
  const margin = Math.floor(height * DEAD_ZONE);
  const x = (left + right) >> 1;
  const below = ((top + bottom) >> 1) + SWIPE_PX;
  const above = below - 2 * SWIPE_PX;
  return [
    { x, y: below > height ? height - margin : below },
    { x, y: above < 0 ? margin : above },
  ];
}

/** Number of items to pixels, by the height of the first rows. */
function offsetOfRows(
  list: AccessibilityNode,
  rows: readonly AccessibilityNode[],
  itemCount: number,
): number {
  let itemsPerRow = 0;
  let rowHeight = 0;
  let measured = 0;
  let lastTop: number | undefined;
  for (const { bounds } of rows) {
    itemsPerRow += 1;
    if (lastTop !== undefined && bounds.top > lastTop) {
      measured += 1;
      rowHeight = bounds.top - lastTop;
      if (measured >= ROWS_TO_MEASURE) break;
      itemsPerRow = 0;
    }
    lastTop = bounds.top;
  }
  if (itemsPerRow === 0) return 0;
  const height = list.bounds.bottom - list.bounds.top;
  return Math.ceil(itemCount / itemsPerRow) * rowHeight - height;
}
