import type { Clock } from '../../android/clock.ts';
import type { KeyDispatcher } from './keys.ts';
import type { TextInput } from './text-input.ts';
import type { TouchDispatcher } from './touch.ts';

/** Between two touches of a drag, as the touch panel reports them. */
const MOVE_INTERVAL_MS = 10;
const DEFAULT_LONG_PRESS_MS = 800;

/** A person's finger and keys (the `input` command). Coordinates are pixels. */
export class InputInjector {
  readonly #clock: Clock;
  readonly #touch: TouchDispatcher;
  readonly #keys: KeyDispatcher;
  readonly #textInput: TextInput;

  constructor(clock: Clock, touch: TouchDispatcher, keys: KeyDispatcher, textInput: TextInput) {
    this.#clock = clock;
    this.#touch = touch;
    this.#keys = keys;
    this.#textInput = textInput;
  }

  /** One touch of a finger that a person moves. */
  touch(event: {
    readonly action: 'down' | 'move' | 'up' | 'cancel';
    readonly x: number;
    readonly y: number;
  }): void {
    this.#touch.dispatch(event);
  }

  tap(x: number, y: number): void {
    this.#touch.dispatch({ action: 'down', x, y });
    this.#touch.dispatch({ action: 'up', x, y });
  }

  /** Holds the finger still for `durationMs`. */
  async longPress(x: number, y: number, durationMs = DEFAULT_LONG_PRESS_MS): Promise<void> {
    this.#touch.dispatch({ action: 'down', x, y });
    await this.#clock.sleep(durationMs);
    this.#touch.dispatch({ action: 'up', x, y });
  }

  /** Drags from one point to another at even speed. */
  async swipe(x1: number, y1: number, x2: number, y2: number, durationMs: number): Promise<void> {
    const startMs = this.#clock.now();
    this.#touch.dispatch({ action: 'down', x: x1, y: y1 });
    for (;;) {
      await this.#clock.sleep(MOVE_INTERVAL_MS);
      const done = Math.min(1, (this.#clock.now() - startMs) / durationMs);
      const x = x1 + (x2 - x1) * done;
      const y = y1 + (y2 - y1) * done;
      this.#touch.dispatch({ action: 'move', x, y });
      if (done === 1) break;
    }
    this.#touch.dispatch({ action: 'up', x: x2, y: y2 });
  }

  /**
   * Presses and releases a key; codes and meta state of android.view.KeyEvent. No key of this
   * phone does something else when it is held, so `longPress` changes nothing.
   */
  keyEvent(
    keyCode: number,
    options: { readonly metaState?: number; readonly longPress?: boolean } = {},
  ): void {
    this.#keys.press(keyCode, options.metaState);
  }

  /** Types text into the focused field, character by character. */
  text(text: string): void {
    this.#textInput.commitText(text);
  }
}
