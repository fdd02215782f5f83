import type { Clock } from '../../android/clock.ts';
import { contains } from '../geometry.ts';
import type { TextEngine } from '../text-layout.ts';
import type { View } from '../view.ts';
import type { WindowStack } from '../window-stack.ts';
import type { UiWindow } from '../window.tsx';
import { characterAt, hitsContent, spanAt, viewAt } from './hit-test.ts';
import type { KeyDispatcher } from './keys.ts';
import type { Scroller } from './scroller.ts';

/** ViewConfiguration.getScaledTouchSlop */
const TOUCH_SLOP_DP = 8;
/** How near to a side a swipe starts that means "back". */
const BACK_EDGE_DP = 8;
/** How far a finger must go for the gestures of the navigation bar. */
const GESTURE_DP = 48;
/** Only the last stretch of a drag counts for the speed of a fling. */
const VELOCITY_WINDOW_MS = 100;

interface Parts {
  readonly stack: WindowStack;
  readonly screenOn: () => boolean;
  readonly clock: Clock;
  readonly engine: TextEngine;
  readonly keys: KeyDispatcher;
  readonly scroller: Scroller;
  /** A finger came down from the upper edge. */
  readonly onPullDown: () => void;
}

interface TouchEvent {
  readonly action: 'down' | 'move' | 'up' | 'cancel';
  readonly x: number;
  readonly y: number;
}

type Phase = 'pressed' | 'scrolling' | 'moved';

interface Gesture {
  readonly downX: number;
  readonly downY: number;
  readonly window: UiWindow | null;
  /** Innermost view under the finger. */
  readonly view: View | null;
  /** The view that takes the whole touch for itself. */
  readonly taker: View | null;
  readonly edge: 'top' | 'side' | 'bottom' | null;
  phase: Phase;
  scrolled: View | null;
  lastX: number;
  lastY: number;
  readonly trail: { readonly atMs: number; readonly y: number }[];
}

/** Makes clicks, scrolls and the system's gestures of one finger's touches. */
export class TouchDispatcher {
  readonly #parts: Parts;
  readonly #density: number;
  #gesture: Gesture | undefined;

  constructor(parts: Parts) {
    this.#parts = parts;
    this.#density = parts.stack.display.densityDpi / 160;
  }

  dispatch(event: TouchEvent): void {
    if (!this.#parts.screenOn()) return;
    this.#parts.stack.settle();
    if (event.action === 'down') this.#down(event.x, event.y);
    else if (event.action === 'move') this.#move(event.x, event.y);
    else this.#up(event.action === 'cancel');
  }

  stop(): void {
    this.#gesture = undefined;
  }

  #down(x: number, y: number): void {
    this.#endGesture();
    this.#parts.scroller.stop();
    const window = this.#windowAt(x, y);
    const view = window ? viewAt(window.root, x, y) : null;
    const edge = this.#edgeAt(x, y);
    const taker = edge ? null : takerOf(view);
    this.#gesture = {
      downX: x,
      downY: y,
      window,
      view,
      taker,
      edge,
      phase: 'pressed',
      scrolled: null,
      lastX: x,
      lastY: y,
      trail: [{ atMs: this.#parts.clock.now(), y }],
    };
    if (taker) {
      this.#hand(taker, { action: 'down', x, y });
      return;
    }
    const target = clickTarget(view);
    if (target?.enabled && this.#clickAt(target, x, y)) this.#press(target, true);
  }

  #move(x: number, y: number): void {
    const gesture = this.#gesture;
    if (!gesture) return;
    gesture.trail.push({ atMs: this.#parts.clock.now(), y });
    if (gesture.taker) this.#hand(gesture.taker, { action: 'move', x, y });
    else if (gesture.phase === 'pressed') this.#leavePressed(gesture, x, y);
    if (gesture.phase === 'scrolling' && gesture.scrolled) {
      this.#parts.scroller.scrollBy(gesture.scrolled, gesture.lastY - y);
    }
    gesture.lastX = x;
    gesture.lastY = y;
  }

  #leavePressed(gesture: Gesture, x: number, y: number): void {
    const dx = x - gesture.downX;
    const dy = y - gesture.downY;
    if (Math.hypot(dx, dy) <= TOUCH_SLOP_DP * this.#density) return;
    this.#cancelPress(gesture);
    gesture.phase = 'moved';
    if (gesture.edge || Math.abs(dx) > Math.abs(dy)) return;
    const canScroll = (view: View) =>
      dy < 0 ? view.scrollY < view.maxScrollY : view.scrollY > 0 && view.maxScrollY > 0;
    gesture.scrolled = gesture.view?.closest(canScroll) ?? null;
    if (gesture.scrolled) gesture.phase = 'scrolling';
  }

  #up(cancelled: boolean): void {
    const gesture = this.#gesture;
    if (!gesture) return;
    this.#endGesture();
    if (gesture.taker) {
      const { lastX: x, lastY: y } = gesture;
      this.#hand(gesture.taker, { action: cancelled ? 'cancel' : 'up', x, y });
      return;
    }
    if (cancelled) return;
    if (gesture.phase === 'pressed') this.#tap(gesture);
    else if (gesture.phase === 'scrolling' && gesture.scrolled) {
      this.#parts.scroller.fling(gesture.scrolled, -this.#speed(gesture));
    } else if (gesture.phase === 'moved') this.#swiped(gesture);
  }

  #tap({ window, view, downX, downY }: Gesture): void {
    if (window?.isDialog && !hitsContent(window, downX, downY)) {
      window.spec.onBack?.('outside');
      return;
    }
    const target = clickTarget(view);
    // Beside its notifications a tap closes the shade.
    if (window?.spec.kind === 'shade' && !target) window.spec.onBack?.('outside');
    if (!target?.enabled || !target.inTree) return;
    if (target.field) {
      this.#parts.stack.textInput.focus(target, { keyboard: true });
      const index = characterAt(target, this.#parts.engine, this.#density, downX, downY);
      this.#parts.stack.textInput.select(target, index, index);
    }
    this.#clickAt(target, downX, downY)?.();
  }

  /** What a tap there does: the link's click in a text with links, else the view's. */
  #clickAt(target: View, x: number, y: number): (() => void) | undefined {
    if (!target.props.spans) return target.props.onClick;
    const index = characterAt(target, this.#parts.engine, this.#density, x, y);
    return spanAt(target, index) ?? target.props.onClick;
  }

  #swiped(gesture: Gesture): void {
    const far = GESTURE_DP * this.#density;
    const dx = Math.abs(gesture.lastX - gesture.downX);
    const up = gesture.downY - gesture.lastY;
    const { spec } = gesture.window ?? {};
    if (spec?.kind === 'headsUp' && up > 0) spec.onBack?.('outside');
    else if (spec?.kind === 'keyguard' && up > far) spec.onSwipeUp?.();
    else if (gesture.edge === 'top' && -up > far) this.#parts.onPullDown();
    else if (gesture.edge === 'bottom' && up > far) this.#parts.keys.home();
    else if (gesture.edge === 'side' && dx > far && dx > Math.abs(up)) this.#parts.keys.back();
    else if (spec?.kind === 'shade' && up > far) spec.onBack?.('outside');
  }

  /** Pixels a millisecond, positive downwards. */
  #speed({ trail }: Gesture): number {
    const nowMs = this.#parts.clock.now();
    const recent = trail.filter((point) => nowMs - point.atMs <= VELOCITY_WINDOW_MS);
    const first = recent[0];
    const last = recent.at(-1);
    if (!first || !last || last.atMs === first.atMs) return 0;
    return (last.y - first.y) / (last.atMs - first.atMs);
  }

  /** The window that gets a touch: a dialog also takes what falls beside it. */
  #windowAt(x: number, y: number): UiWindow | null {
    for (const window of this.#parts.stack.topDown()) {
      if (window.spec.kind === 'toast') continue;
      if (window.spec.kind === 'navigationBar' && this.#hasGestures) continue;
      if (window.isDialog || contains(window.bounds, x, y)) return window;
    }
    return null;
  }

  /** Navigation by gestures; otherwise by buttons. */
  get #hasGestures(): boolean {
    return this.#parts.stack.theme.navigation.kind === 'pill';
  }

  #edgeAt(x: number, y: number): Gesture['edge'] {
    const { widthPx, heightPx, navigationBarHeightPx, statusBarHeightPx } =
      this.#parts.stack.display;
    if (y < statusBarHeightPx) return 'top';
    if (!this.#hasGestures) return null;
    if (y >= heightPx - navigationBarHeightPx) return 'bottom';
    const edge = BACK_EDGE_DP * this.#density;
    return x < edge || x >= widthPx - edge ? 'side' : null;
  }

  /** Tells a view that takes touches of one of them. */
  #hand(taker: View, { action, x, y }: TouchEvent): void {
    if (!taker.enabled || !taker.inTree) return;
    const { left, top, bottom } = taker.screenRect;
    const dp = (px: number) => px / this.#density;
    taker.props.onTouch?.({ action, x: dp(x - left), y: dp(y - top), height: dp(bottom - top) });
  }

  #press(view: View, pressed: boolean): void {
    view.pressed = pressed;
    this.#parts.stack.changed();
  }

  #cancelPress(gesture: Gesture): void {
    const target = clickTarget(gesture.view);
    if (target?.pressed) this.#press(target, false);
  }

  #endGesture(): void {
    if (this.#gesture) this.#cancelPress(this.#gesture);
    this.#gesture = undefined;
  }
}

function takerOf(view: View | null): View | null {
  return view?.closest(({ props }) => props.onTouch !== undefined) ?? null;
}

function clickTarget(view: View | null): View | null {
  return view?.closest((candidate) => candidate.clickable) ?? null;
}
