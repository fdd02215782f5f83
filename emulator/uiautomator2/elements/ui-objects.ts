import type { AccessibilityNode } from '../../android/accessibility.ts';
import type { Clock } from '../../android/clock.ts';
import type { AccessibilityTree } from '../accessibility-tree.ts';
import type { ServerSettings } from '../settings.ts';
import { UiSelectorQuery } from '../ui-selector/query.ts';
import type { UiSelector } from '../ui-selector/ui-selector.ts';

/** UiObject polls for what is not on the screen yet at this pace. */
const WAIT_FOR_SELECTOR_POLL_MS = 1000;

/** Nodes looked up by UiSelector each time they are used (androidx.test.uiautomator.UiObject). */
export class UiObjects {
  readonly #query: UiSelectorQuery;
  readonly #settings: ServerSettings;
  readonly #clock: Clock;

  constructor(tree: AccessibilityTree, settings: ServerSettings, clock: Clock) {
    this.#query = new UiSelectorQuery(tree);
    this.#settings = settings;
    this.#clock = clock;
  }

  find(selector: UiSelector): AccessibilityNode | null {
    return this.#query.find(selector);
  }

  count(container: UiSelector, pattern: UiSelector): number {
    return this.#query.count(container, pattern);
  }

  /** Waits for the node at most the setting `waitForSelectorTimeout`. */
  async await(selector: UiSelector): Promise<AccessibilityNode | null> {
    const timeoutMs = this.#settings.get('waitForSelectorTimeout');
    const startMs = this.#clock.now();
    for (;;) {
      const node = this.find(selector);
      if (node) return node;
      if (this.#clock.now() - startMs >= timeoutMs) return null;
      await this.#clock.sleep(WAIT_FOR_SELECTOR_POLL_MS);
    }
  }
}
