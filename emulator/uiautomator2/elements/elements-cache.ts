import type { AccessibilityTree } from '../accessibility-tree.ts';
import {
  ElementNotFoundError,
  IllegalArgumentError,
  ServerError,
  StaleElementReferenceError,
} from '../errors.ts';
import { NO_VIEW_ID } from '../toasts.ts';
import type { Finder } from './finder.ts';
import {
  elementIdOf,
  type Found,
  type KnownElement,
  LiveElement,
  type Origin,
} from './found-element.ts';
import { describeLocator } from './locator.ts';
import type { UiObjects } from './ui-objects.ts';

/** How many elements a session remembers; the least recently used one goes first. */
const MAX_ELEMENTS = 500;

/**
 * The elements a session has handed out (io.appium.uiautomator2.model.ElementsCache), with the
 * real server's idea of staleness: an element whose view is gone is looked for once more by its
 * locator, but only the same view is taken for it.
 */
export class ElementsCache {
  readonly #elements = new Map<string, KnownElement>();
  readonly #tree: AccessibilityTree;
  readonly #objects: UiObjects;
  readonly #finder: Finder;

  constructor(tree: AccessibilityTree, objects: UiObjects, finder: Finder) {
    this.#tree = tree;
    this.#objects = objects;
    this.#finder = finder;
  }

  add(found: Found, origin: Origin): LiveElement {
    const element = { ...origin, id: elementIdOf(found.node, this.#tree), found };
    this.#put(element);
    return new LiveElement(element, found.node);
  }

  /**
   * @throws ElementNotFoundError if the id is not (or no longer) known,
   *   StaleElementReferenceError if its view is gone.
   */
  async get(id: string | undefined): Promise<LiveElement> {
    if (id === undefined) {
      throw new IllegalArgumentError(
        'A valid cached element identifier must be provided. Got null instead',
      );
    }
    const element = this.#elements.get(id);
    if (!element) {
      throw new ElementNotFoundError(
        `The element identified by '${id}' is not present in the cache or has expired. ` +
          'Try to find it again',
      );
    }
    await this.#tree.waitForIdle();
    const { node, selector } = element.found;
    const current = selector ? await this.#objects.await(selector) : node;
    if (current?.attached) {
      this.#put(element);
      return new LiveElement(element, current);
    }
    return this.#restore(element);
  }

  #put(element: KnownElement): void {
    this.#elements.delete(element.id);
    this.#elements.set(element.id, element);
    if (this.#elements.size <= MAX_ELEMENTS) return;
    for (const oldest of this.#elements.keys()) {
      this.#elements.delete(oldest);
      return;
    }
  }

  async #restore(element: KnownElement): Promise<LiveElement> {
    const { locator, contextId } = element;
    if (!locator) {
      throw new StaleElementReferenceError(
        `The element '${element.id}' does not exist in DOM anymore`,
      );
    }
    const name = describeLocator(locator);
    if (!element.isSingleMatch) {
      throw new StaleElementReferenceError(`Cached elements '${name}' do not exist in DOM anymore`);
    }
    const context =
      contextId === undefined || contextId === element.id ? undefined : await this.get(contextId);
    const found = await this.#findAgain(() => this.#finder.findOne(locator, context));
    if (!found) {
      throw new StaleElementReferenceError(`The element '${name}' does not exist in DOM anymore`);
    }
    const hasIdentity = found.node.viewId !== NO_VIEW_ID;
    if (hasIdentity && elementIdOf(found.node, this.#tree) !== element.id) {
      throw new StaleElementReferenceError(
        `The element '${name}' is not linked to the same object in DOM anymore`,
      );
    }
    const restored = { ...element, found };
    this.#put(restored);
    return new LiveElement(restored, found.node);
  }

  /** A search that fails finds nothing. */
  async #findAgain(search: () => Promise<Found | null>): Promise<Found | null> {
    try {
      return await search();
    } catch (error) {
      if (error instanceof ServerError) return null;
      throw error;
    }
  }
}
