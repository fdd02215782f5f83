import type { ScreenNode } from '../device/screen-source.ts';

const PROGRESS_BAR = 'android.widget.ProgressBar';
/** What changes while one and the same request is under way. */
const NOT_ITS_OWN = ['android.widget.Toast', 'android.widget.EditText'];

/**
 * The progress indicator that a phone shows while it waits for its server. An app that shows another one
 * has got an answer and asks for the next: after “Signing in…” comes “Loading…”, with no screen between
 * the two.
 */
export class Spinner {
  readonly #seen = new Set<string>();
  #sinceMs: number | undefined;

  /** Since when it shows as it does; milliseconds since 1970, `undefined` while there is none. */
  get sinceMs(): number | undefined {
    return this.#sinceMs;
  }

  /**
   * Takes a look at it.
   * @param nodes of the screen.
   * @param sinceMs since when the screen may have shown it, if it is there.
   * @returns whether the app has begun to wait for something else. One that shows again what it has
   *   shown before only changes to and fro.
   */
  look(nodes: readonly ScreenNode[], sinceMs: number): boolean {
    if (!nodes.some(({ className }) => className === PROGRESS_BAR)) {
      this.#sinceMs = undefined;
      return false;
    }
    const says = wordsOf(nodes);
    const isFirst = this.#seen.size === 0;
    const isNew = !this.#seen.has(says);
    this.#seen.add(says);
    const isNext = isNew && !isFirst;
    this.#sinceMs = isNext ? sinceMs : (this.#sinceMs ?? sinceMs);
    return isNext;
  }
}

/** A countdown's digits say nothing of what is awaited. */
function wordsOf(nodes: readonly ScreenNode[]): string {
  return nodes
    .filter(({ className }) => !NOT_ITS_OWN.includes(className))
    .map(({ attributes }) => (attributes['text'] ?? '').replace(/\d+/g, ''))
    .join('\n');
}
