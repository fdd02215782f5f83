import type { AccessibilityNode, Rect } from '../../android/accessibility.ts';
import type { Clock } from '../../android/clock.ts';
import type { AccessibilityTree } from '../accessibility-tree.ts';
import { IllegalArgumentError } from '../errors.ts';
import type { ServerSettings } from '../settings.ts';
import {
  type Direction,
  drag,
  LONG_PRESS_TIMEOUT_MS,
  pinch,
  REVERSE,
  swipeOver,
} from './gestures.ts';
import { type Point, PointerPath } from './pointer-path.ts';

const EVENT_INTERVAL_MS = 5;
/**
 * UiAutomator sleeps five milliseconds after each step of a swipe, but injects it synchronously, and
 * apps take what the screen's sensor tells them once a frame.
 */
const SWIPE_STEP_MS = 16;
const DOUBLE_TAP_TIMEOUT_MS = 300;
const SCROLL_TIMEOUT_MS = 1000;
const FLING_TIMEOUT_MS = 5000;
/** A list that has not moved for this long has come to rest. */
const SCROLL_QUIET_MS = 100;
/** ViewConfiguration.getMinimumFlingVelocity(), dp per second */
const MIN_FLING_SPEED_DP = 50;

/** UiObject2's defaults, dp per second. */
const DEFAULT_SPEED_DP = { drag: 2500, swipe: 5000, scroll: 1500, fling: 7500, pinch: 1000 };

/** Moves fingers over the screen (androidx.test.uiautomator.GestureController). */
export class GestureController {
  readonly #tree: AccessibilityTree;
  readonly #settings: ServerSettings;
  readonly #clock: Clock;

  constructor(tree: AccessibilityTree, settings: ServerSettings, clock: Clock) {
    this.#tree = tree;
    this.#settings = settings;
    this.#clock = clock;
  }

  click(point: Point): Promise<void> {
    return this.#perform(new PointerPath(point));
  }

  async doubleClick(point: Point): Promise<void> {
    await this.click(point);
    await this.#clock.sleep(DOUBLE_TAP_TIMEOUT_MS / 2);
    await this.click(point);
  }

  longClick(point: Point, durationMs = LONG_PRESS_TIMEOUT_MS): Promise<void> {
    if (durationMs < 0) throw new IllegalArgumentError('Long click duration cannot be negative');
    return this.#perform(new PointerPath(point).pause(durationMs));
  }

  drag(from: Point, to: Point, speed?: number): Promise<void> {
    return this.#perform(drag(from, to, this.#speed('drag', speed)));
  }

  pinch(kind: 'open' | 'close', area: Rect, percent: number, speed?: number): Promise<void> {
    checkPercent(percent);
    return this.#perform(...pinch(area, percent, this.#speed('pinch', speed), kind));
  }

  swipe(area: Rect, direction: Direction, percent: number, speed?: number): Promise<void> {
    checkPercent(percent);
    return this.#perform(swipeOver(area, direction, percent, this.#speed('swipe', speed)));
  }

  /** Scrolls by `percent` of the area (may exceed 1); false once nothing moves any more. */
  async scroll(
    area: Rect,
    direction: Direction,
    percent: number,
    speed?: number,
  ): Promise<boolean> {
    if (percent < 0) throw new IllegalArgumentError('Percent must be greater than 0.0f');
    const pixelsPerSecond = this.#speed('scroll', speed);
    for (let remaining = percent; remaining > 0; remaining -= 1) {
      const path = swipeOver(area, REVERSE[direction], Math.min(remaining, 1), pixelsPerSecond);
      const moved = await this.#moves(SCROLL_TIMEOUT_MS, () => this.#perform(path.pause(250)));
      if (!moved) return false;
    }
    return true;
  }

  /** One quick swipe; false if nothing moved. */
  fling(area: Rect, direction: Direction, speed?: number): Promise<boolean> {
    const minimum = MIN_FLING_SPEED_DP * this.#density;
    const pixelsPerSecond = speed ?? this.#speed('fling');
    if (pixelsPerSecond < minimum) {
      throw new IllegalArgumentError(
        `Speed ${speed} is less than the minimum fling velocity ${Math.trunc(minimum)}`,
      );
    }
    const path = swipeOver(area, REVERSE[direction], 1, pixelsPerSecond);
    return this.#moves(FLING_TIMEOUT_MS, () => this.#perform(path));
  }

  /** A swipe in `steps` of a frame each; whether anything moved. */
  scrollSwipe(from: Point, to: Point, steps: number): Promise<boolean> {
    const durationMs = Math.max(1, steps) * SWIPE_STEP_MS;
    const distance = Math.hypot(to.x - from.x, to.y - from.y);
    const path = new PointerPath(from).move(to, (distance / durationMs) * 1000);
    const timeoutMs = this.#settings.get('scrollAcknowledgmentTimeout');
    return this.#moves(timeoutMs, () => this.#perform(path));
  }

  get #density(): number {
    return this.#tree.automation.display.densityDpi / 160;
  }

  #speed(gesture: keyof typeof DEFAULT_SPEED_DP, asked?: number): number {
    if (asked === undefined) return Math.trunc(DEFAULT_SPEED_DP[gesture] * this.#density);
    if (asked < 0) throw new IllegalArgumentError('Speed cannot be negative');
    return asked;
  }

  /** Runs a gesture, lets what it set in motion come to rest and tells if anything is elsewhere. */
  async #moves(settleTimeoutMs: number, gesture: () => Promise<void>): Promise<boolean> {
    const before = this.#positions();
    await gesture();
    await this.#tree.automation.waitForIdle(SCROLL_QUIET_MS, settleTimeoutMs);
    return this.#positions() !== before;
  }

  #positions(): string {
    const parts: string[] = [];
    const visit = (node: AccessibilityNode): void => {
      const { left, top, right, bottom } = node.bounds;
      parts.push(`${node.viewId}:${left},${top},${right},${bottom},${node.visible}`);
      node.children.forEach(visit);
    };
    const root = this.#tree.automation.rootInActiveWindow();
    if (root) visit(root);
    return parts.join(' ');
  }

  async #perform(...paths: readonly PointerPath[]): Promise<void> {
    const { automation } = this.#tree;
    const fingers = paths.map((path, pointer) => ({ path, pointer }));
    const startMs = this.#clock.now();
    for (const { path, pointer } of fingers) {
      automation.injectTouch({ action: 'down', pointer, ...path.start });
    }
    let down = fingers;
    for (;;) {
      const elapsedMs = this.#clock.now() - startMs;
      for (const { path, pointer } of down) {
        const isOver = elapsedMs >= path.durationMs;
        const point = isOver ? path.end : path.at(elapsedMs);
        if (elapsedMs > 0 && path.durationMs > 0) {
          automation.injectTouch({ action: 'move', pointer, ...point });
        }
        if (isOver) automation.injectTouch({ action: 'up', pointer, ...point });
      }
      down = down.filter(({ path }) => elapsedMs < path.durationMs);
      if (down.length === 0) return;
      await this.#clock.sleep(EVENT_INTERVAL_MS);
    }
  }
}

function checkPercent(percent: number): void {
  if (percent < 0 || percent > 1) {
    throw new IllegalArgumentError('Percent must be between 0.0f and 1.0f');
  }
}
