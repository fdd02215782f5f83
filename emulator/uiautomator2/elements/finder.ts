import type { AccessibilityNode } from '../../android/accessibility.ts';
import type { AccessibilityTree } from '../accessibility-tree.ts';
import type { ServerSettings } from '../settings.ts';
import type { XPathFinder } from '../source/xpath-finder.ts';
import { evaluateExpression } from '../ui-selector/expression.ts';
import type { ScrollContext } from '../ui-selector/scrollable.ts';
import { UiSelector } from '../ui-selector/ui-selector.ts';
import type { Found, LiveElement } from './found-element.ts';
import type { Locator } from './locator.ts';
import { asUiSelector } from './node-selector.ts';

const QUALIFIED_ID = /^[a-zA-Z_][a-zA-Z0-9._]*:[^/]+\/\S+$/;

/** Package that completes ids where the session has no `appPackage`: the server's own. */
const OWN_PACKAGE = 'io.appium.uiautomator2.server';

type Predicate = (node: AccessibilityNode) => boolean;

export interface FinderParts {
  readonly tree: AccessibilityTree;
  readonly settings: ServerSettings;
  readonly xpath: XPathFinder;
  readonly scroll: ScrollContext;
  /** Capability `appPackage` of the session. */
  readonly appPackage: () => string | undefined;
}

/** Finds nodes by locator, on the whole screen or below an element. Does not wait. */
export class Finder {
  readonly #parts: FinderParts;

  constructor(parts: FinderParts) {
    this.#parts = parts;
  }

  async findOne(locator: Locator, context?: LiveElement): Promise<Found | null> {
    if (locator.strategy === '-android uiautomator') {
      const [selector] = await evaluateExpression(locator.selector, this.#parts.scroll);
      return selector ? this.#findObject(selector, context) : null;
    }
    const [first] = await this.#findNodes(locator, context, true);
    return first ? { node: first } : null;
  }

  async findMany(locator: Locator, context?: LiveElement): Promise<Found[]> {
    if (locator.strategy !== '-android uiautomator') {
      const nodes = await this.#findNodes(locator, context, false);
      return nodes.map((node) => ({ node }));
    }
    const found = new Map<number, Found>();
    for (const selector of await evaluateExpression(locator.selector, this.#parts.scroll)) {
      for (const match of this.#findObjects(selector, context)) {
        if (!found.has(match.node.viewId)) found.set(match.node.viewId, match);
      }
    }
    return [...found.values()];
  }

  /** The element with input focus. */
  async findFocused(): Promise<Found | null> {
    const roots = await this.#parts.tree.roots();
    const [focused] = this.#matches(roots, (node) => node.focused, true);
    return focused ? { node: focused } : null;
  }

  async #findNodes(
    { strategy, selector }: Locator,
    context: LiveElement | undefined,
    onlyFirst: boolean,
  ): Promise<readonly AccessibilityNode[]> {
    if (strategy === 'xpath') {
      return this.#parts.xpath.find(selector, context?.node, onlyFirst);
    }
    const roots = context ? [context.node] : await this.#parts.tree.roots();
    if (strategy === 'id') {
      const id = this.#completeId(selector);
      return this.#matches(roots, (node) => (node.resourceId ?? '') === id, onlyFirst);
    }
    if (strategy === 'class name') {
      // BySelector.clazz: a leading period stands for android.widget.
      const className = selector.startsWith('.') ? `android.widget${selector}` : selector;
      return this.#matches(roots, (node) => node.className === className, onlyFirst);
    }
    return this.#matches(roots, (node) => (node.contentDescription ?? '') === selector, onlyFirst);
  }

  #completeId(id: string): string {
    const { settings, appPackage } = this.#parts;
    if (settings.get('disableIdLocatorAutocompletion') || QUALIFIED_ID.test(id)) return id;
    return `${appPackage()?.trim() || OWN_PACKAGE}:id/${id}`;
  }

  /** androidx.test.uiautomator.ByMatcher: visible nodes only, descendants before their ancestors. */
  #matches(
    roots: readonly AccessibilityNode[],
    predicate: Predicate,
    onlyFirst: boolean,
  ): AccessibilityNode[] {
    const found: AccessibilityNode[] = [];
    const visit = (node: AccessibilityNode): boolean => {
      if (!node.visible) return false;
      for (const child of this.#parts.tree.children(node)) if (visit(child)) return true;
      if (!predicate(node)) return false;
      found.push(node);
      return onlyFirst;
    };
    for (const root of roots) if (visit(root)) break;
    return found;
  }

  #findObject(selector: UiSelector, context: LiveElement | undefined): Found | null {
    const complete = context ? this.#below(context, selector) : selector;
    const node = this.#parts.scroll.objects.find(complete);
    return node && { node, selector: complete };
  }

  #below(context: LiveElement, selector: UiSelector): UiSelector {
    const container =
      context.element.found.selector ?? asUiSelector(context.node, this.#parts.tree);
    return container.with('CHILD', selector);
  }

  /** One match after the other, by instance (by index where the class is a regular expression). */
  #findObjects(selector: UiSelector, context: LiveElement | undefined): Found[] {
    if (selector.has('INSTANCE')) {
      const only = this.#findObject(selector, undefined);
      return only ? [only] : [];
    }
    const counted = !context && selector.has('CLASS_REGEX') ? 'INDEX' : 'INSTANCE';
    const found: Found[] = [];
    for (let number = 0; ; number += 1) {
      const next = this.#findObject(selector.with(counted, number), context);
      if (!next) return found;
      found.push(next);
    }
  }
}
