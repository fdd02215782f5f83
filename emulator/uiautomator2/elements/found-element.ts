import { randomUUID } from 'node:crypto';
import type { AccessibilityNode } from '../../android/accessibility.ts';
import type { AccessibilityTree } from '../accessibility-tree.ts';
import { StaleElementReferenceError } from '../errors.ts';
import { NO_VIEW_ID, TOAST_CLASS } from '../toasts.ts';
import type { UiSelector } from '../ui-selector/ui-selector.ts';
import type { Locator } from './locator.ts';

/**
 * A node as a search returned it. One found by UiSelector stands for whatever the selector
 * matches when it is used (UiObject), any other for that one view (UiObject2).
 */
export interface Found {
  readonly node: AccessibilityNode;
  readonly selector?: UiSelector;
}

/** How an element came to be known: what is needed to look for it again. */
export interface Origin {
  /** Undefined for the active element. */
  readonly locator?: Locator | undefined;
  /** Element the search was limited to. */
  readonly contextId?: string | undefined;
  /** Whether it was the answer to a search for one element. */
  readonly isSingleMatch: boolean;
}

/** An element as the client knows it. */
export interface KnownElement extends Origin {
  readonly id: string;
  readonly found: Found;
}

/** An element whose node has just been looked up: good until the next wait. */
export class LiveElement {
  readonly element: KnownElement;
  readonly #node: AccessibilityNode;

  constructor(element: KnownElement, node: AccessibilityNode) {
    this.element = element;
    this.#node = node;
  }

  get id(): string {
    return this.element.id;
  }

  /** @throws StaleElementReferenceError for a toast, which nothing but the text is known of. */
  get node(): AccessibilityNode {
    if (!this.#node.attached) throw new StaleElementReferenceError();
    return this.#node;
  }

  /** The text, '' if there is none. */
  get text(): string {
    const node = this.#node.className === TOAST_CLASS ? this.#node : this.node;
    return node.text ?? '';
  }
}

/** View ids of hosts of virtual views have -1 for the virtual part (AccessibilityNodeProvider). */
const HOST_VIEW = 'ffffffff';

/**
 * The id under which a client gets a node, made of its window's and its view's ids, so that the
 * same view always has the same.
 */
export function elementIdOf(node: AccessibilityNode, tree: AccessibilityTree): string {
  const window = tree.window(node);
  if (node.viewId === NO_VIEW_ID || !window) return randomUUID();
  const windowHex = window.windowId.toString(16).padStart(16, '0');
  const viewHex = HOST_VIEW + node.viewId.toString(16).padStart(8, '0');
  return [
    windowHex.slice(0, 8),
    windowHex.slice(8, 12),
    windowHex.slice(12, 16),
    viewHex.slice(0, 4),
    viewHex.slice(4),
  ].join('-');
}
