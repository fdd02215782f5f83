import type { AccessibilityNode } from '../../android/accessibility.ts';
import type { AccessibilityTree } from '../accessibility-tree.ts';
import { searchInTime } from '../time-limit.ts';
import { UiSelector } from './ui-selector.ts';

/** A selector under way: instances are counted as the search goes on. */
class Search {
  readonly selector: UiSelector;
  #seen = 0;

  constructor(selector: UiSelector) {
    this.selector = selector;
  }

  matches(node: AccessibilityNode, index: number): boolean {
    if (!this.selector.describes(node, index)) return false;
    const instance = this.selector.get('INSTANCE') ?? 0;
    if (instance === this.#seen) return true;
    if (instance > this.#seen) this.#seen += 1;
    return false;
  }
}

/** Where a search goes on after a match that is not the end of its chain. */
interface Step {
  readonly search: Search;
  readonly from: AccessibilityNode;
}

/**
 * Finds what UiSelectors describe in the active window (androidx.test.uiautomator.QueryController):
 * depth first, invisible children skipped, the first complete chain wins.
 */
export class UiSelectorQuery {
  readonly #tree: AccessibilityTree;

  constructor(tree: AccessibilityTree) {
    this.#tree = tree;
  }

  find(selector: UiSelector): AccessibilityNode | null {
    const root = this.#tree.automation.rootInActiveWindow();
    if (!root) return null;
    const search = () => this.#findFrom(selector, root);
    return selector.hasPattern ? searchInTime(search) : search();
  }

  /** How many nodes below `container` (itself included) match `pattern`. */
  count(container: UiSelector, pattern: UiSelector): number {
    const root = this.#tree.automation.rootInActiveWindow();
    if (!root) return 0;
    const search = () => this.#count(container, pattern, root);
    return container.hasPattern || pattern.hasPattern ? searchInTime(search) : search();
  }

  #count(container: UiSelector, pattern: UiSelector, root: AccessibilityNode): number {
    const from = this.#findRegular(new Search(container), root, 0);
    if (!from) return 0;
    const counter = { remaining: -1, counted: 0 };
    this.#findPattern(new Search(pattern), from, 0, pattern, counter);
    return counter.counted;
  }

  #findFrom(selector: UiSelector, root: AccessibilityNode): AccessibilityNode | null {
    const container = selector.get('CONTAINER');
    const pattern = selector.get('PATTERN');
    let from = container?.has('CONTAINER')
      ? this.#findFrom(container, root)
      : this.#findRegular(new Search(container ?? selector), root, 0);
    if (from && pattern) {
      const wanted = pattern.get('PATTERN');
      if (!wanted) return null;
      const counter = { remaining: pattern.get('INSTANCE') ?? 0, counted: 0 };
      from = this.#findPattern(new Search(wanted), from, 0, wanted, counter);
    }
    if (from && (container || pattern) && (selector.has('CHILD') || selector.has('PARENT'))) {
      from = this.#findRegular(new Search(selector), from, 0);
    }
    return from;
  }

  #findRegular(search: Search, node: AccessibilityNode, index: number): AccessibilityNode | null {
    let step: Step = { search, from: node };
    if (search.matches(node, index)) {
      const next = this.#step(search, node);
      if (next === 'leaf') return node;
      if (!next) return null;
      step = next;
    }
    for (const [i, child] of this.#tree.children(step.from).entries()) {
      if (!child.visible) continue;
      const found = this.#findRegular(step.search, child, i);
      if (found) return found;
    }
    return null;
  }

  #findPattern(
    search: Search,
    node: AccessibilityNode,
    index: number,
    pattern: UiSelector,
    counter: { remaining: number; counted: number },
  ): AccessibilityNode | null {
    let step: Step = { search, from: node };
    if (search.matches(node, index)) {
      const next = this.#step(search, node);
      if (next === 'leaf') {
        if (counter.remaining === 0) return node;
        counter.counted += 1;
        counter.remaining -= 1;
        step = { search: new Search(pattern), from: node };
      } else {
        if (!next) return null;
        step = next;
      }
    }
    for (const [i, child] of this.#tree.children(step.from).entries()) {
      if (!child.visible) continue;
      const found = this.#findPattern(step.search, child, i, pattern, counter);
      if (found) return found;
    }
    return null;
  }

  /** After `node` matched: the end of the chain, or the next selector and where it applies. */
  #step(search: Search, node: AccessibilityNode): Step | 'leaf' | null {
    const child = search.selector.get('CHILD');
    if (child) return { search: new Search(child), from: node };
    const sibling = search.selector.get('PARENT');
    if (!sibling) return 'leaf';
    const parent = this.#tree.parent(node);
    return parent && { search: new Search(sibling), from: parent };
  }
}

/** `pattern` number `instance` below `container`. */
export function patternSelector(
  container: UiSelector,
  pattern: UiSelector,
  instance: number,
): UiSelector {
  const counted = pattern.has('PATTERN') ? pattern : new UiSelector({ PATTERN: pattern });
  return new UiSelector({ CONTAINER: container, PATTERN: counted.with('INSTANCE', instance) });
}
