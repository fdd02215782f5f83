import type { Display } from './accessibility.ts';

/** How the person holds the phone, which its sensor feels (android.hardware.Sensor.TYPE_ACCELEROMETER). */
export class Holding {
  readonly #listeners = new Set<() => void>();
  #rotation: Display['rotation'] = 0;

  /** Quarter turns, counted as the display's. */
  get rotation(): Display['rotation'] {
    return this.#rotation;
  }

  turn(rotation: Display['rotation']): void {
    this.#rotation = rotation;
    for (const listener of this.#listeners) listener();
  }

  /** Subscribes to turns; the returned function unsubscribes. */
  onTurned(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }
}
