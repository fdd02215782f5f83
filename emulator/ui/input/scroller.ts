import type { Clock } from '../../android/clock.ts';
import type { View } from '../view.ts';

const FRAME_MS = 16;
/** Slower than this a lifted finger leaves the content where it is, in dp a second. */
const MIN_FLING_DP_PER_S = 50;
/** How a fling slows down: constants of android.widget.OverScroller and ViewConfiguration. */
const DECELERATION_RATE = Math.log(0.78) / Math.log(0.9);
const INFLEXION = 0.35;
const SCROLL_FRICTION = 0.015;
const GRAVITY_INCHES_PER_S2 = 9.80665 * 39.37;
const LOOK_AND_FEEL = 0.84;
const DPI_OF_DENSITY_1 = 160;

/** Moves content by touch and lets it glide on after a fling. */
export class Scroller {
  readonly #clock: Clock;
  readonly #density: number;
  readonly #moved: (view: View) => void;
  #cancelFling: (() => void) | undefined;

  constructor(clock: Clock, density: number, moved: (view: View) => void) {
    this.#clock = clock;
    this.#density = density;
    this.#moved = moved;
  }

  /** Moves the content up by `deltaPx`; whether it moved. */
  scrollBy(view: View, deltaPx: number): boolean {
    const moved = view.scrollTo(view.scrollY + deltaPx);
    if (moved) this.#moved(view);
    return moved;
  }

  /** Lets the content glide on at `speedPxPerMs`, as far and as long as Android does. */
  fling(view: View, speedPxPerMs: number): void {
    this.stop();
    const speedPxPerS = Math.abs(speedPxPerMs) * 1000;
    if (speedPxPerS < MIN_FLING_DP_PER_S * this.#density) return;
    const resistance =
      SCROLL_FRICTION * GRAVITY_INCHES_PER_S2 * DPI_OF_DENSITY_1 * this.#density * LOOK_AND_FEEL;
    const deceleration = Math.log((INFLEXION * speedPxPerS) / resistance);
    const slowing = DECELERATION_RATE - 1;
    const durationMs = 1000 * Math.exp(deceleration / slowing);
    const distancePx = resistance * Math.exp((DECELERATION_RATE / slowing) * deceleration);
    // A curve that begins at the finger's speed and ends at rest.
    const bend = (Math.abs(speedPxPerMs) * durationMs) / distancePx;
    let elapsedMs = 0;
    let donePx = 0;
    const step = () => {
      this.#cancelFling = undefined;
      elapsedMs = Math.min(elapsedMs + FRAME_MS, durationMs);
      const atPx = Math.round(distancePx * (1 - (1 - elapsedMs / durationMs) ** bend));
      const deltaPx = Math.sign(speedPxPerMs) * (atPx - donePx);
      donePx = atPx;
      if (!view.inTree || (deltaPx !== 0 && !this.scrollBy(view, deltaPx))) return;
      if (elapsedMs < durationMs) this.#cancelFling = this.#clock.after(FRAME_MS, step);
    };
    this.#cancelFling = this.#clock.after(FRAME_MS, step);
  }

  /** Scrolls the ancestors so that the view is in sight. */
  bringIntoView(view: View): void {
    for (let parent = view.parentView; parent; parent = parent.parentView) {
      if (parent.maxScrollY === 0) continue;
      const inside = view.screenRect;
      const window = parent.screenRect;
      if (inside.top < window.top) this.scrollBy(parent, inside.top - window.top);
      else if (inside.bottom > window.bottom) this.scrollBy(parent, inside.bottom - window.bottom);
    }
  }

  stop(): void {
    this.#cancelFling?.();
    this.#cancelFling = undefined;
  }
}
