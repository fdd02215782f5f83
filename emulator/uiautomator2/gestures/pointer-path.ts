export interface Point {
  readonly x: number;
  readonly y: number;
}

interface Leg {
  readonly from: Point;
  readonly to: Point;
  readonly durationMs: number;
}

/** One finger's way from touching down to lifting (androidx.test.uiautomator.PointerGesture). */
export class PointerPath {
  readonly start: Point;
  readonly #legs: readonly Leg[];

  constructor(start: Point, legs: readonly Leg[] = []) {
    this.start = start;
    this.#legs = legs;
  }

  get end(): Point {
    return this.#legs.at(-1)?.to ?? this.start;
  }

  get durationMs(): number {
    return this.#legs.reduce((sum, leg) => sum + leg.durationMs, 0);
  }

  pause(durationMs: number): PointerPath {
    return this.#then({ from: this.end, to: this.end, durationMs });
  }

  /** @param speed pixels per second */
  move(to: Point, speed: number): PointerPath {
    const distance = Math.hypot(to.x - this.end.x, to.y - this.end.y);
    const durationMs = speed > 0 ? (distance / speed) * 1000 : 0;
    return this.#then({ from: this.end, to, durationMs });
  }

  /** Where the finger is `elapsedMs` after it touched down. */
  at(elapsedMs: number): Point {
    let remainingMs = elapsedMs;
    for (const { from, to, durationMs } of this.#legs) {
      if (remainingMs < durationMs) {
        const share = remainingMs / durationMs;
        return {
          x: Math.round(from.x + (to.x - from.x) * share),
          y: Math.round(from.y + (to.y - from.y) * share),
        };
      }
      remainingMs -= durationMs;
    }
    return this.end;
  }

  #then(leg: Leg): PointerPath {
    return new PointerPath(this.start, [...this.#legs, leg]);
  }
}
