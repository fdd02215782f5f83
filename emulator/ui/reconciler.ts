import { Fragment, type Component, type UiElement, type UiNode } from './jsx-runtime.ts';
import type { ViewProps } from './props.ts';
import type { ViewOwner } from './view-owner.ts';
import { View } from './view.ts';

interface Described {
  /** Same identity in the next render: same view. */
  readonly identity: string;
  readonly props: ViewProps;
}

/**
 * Turns what a screen renders into views. A view is kept from one render to the next if it has
 * the same key, or the same position, and the same component, class and resource name.
 */
export class Reconciler {
  readonly #componentIds = new WeakMap<object, number>();
  readonly #identities = new WeakMap<View, string>();
  #componentCount = 0;

  /** Makes the children of `parent` what `node` says. */
  reconcile(owner: ViewOwner, parent: View, node: UiNode): void {
    const before = new Map(
      parent.childViews.map((view) => [this.#identities.get(view) ?? '', view]),
    );
    parent.childViews = [...this.#describe(node, '')].map(({ identity, props }) => {
      const kept = before.get(identity);
      before.delete(identity);
      const view = kept ?? new View(owner, props);
      if (kept) kept.update(props);
      else this.#identities.set(view, identity);
      view.parentView = parent;
      this.reconcile(owner, view, props.children);
      return view;
    });
    for (const gone of before.values()) detach(gone);
  }

  *#describe(node: UiNode, path: string): Generator<Described> {
    if (!node) return;
    if (isList(node)) {
      for (const [index, child] of node.entries()) {
        const segment = isElement(child) && child.key !== null ? `#${child.key}` : String(index);
        yield* this.#describe(child, `${path}/${segment}`);
      }
      return;
    }
    if (node.type === 'view') {
      const props = node.props as unknown as ViewProps;
      yield { identity: `${path}|${props.className}|${props.id ?? ''}`, props };
    } else if (node.type === Fragment) {
      yield* this.#describe(node.props['children'] as UiNode, `${path}/f`);
    } else {
      const component = node.type as Component<unknown>;
      const inner = `${path}/c${this.#componentId(component)}`;
      yield* this.#describe(component(node.props), inner);
    }
  }

  #componentId(component: Component<unknown>): number {
    const known = this.#componentIds.get(component);
    if (known !== undefined) return known;
    this.#componentCount += 1;
    this.#componentIds.set(component, this.#componentCount);
    return this.#componentCount;
  }
}

function isList(node: UiNode): node is readonly UiNode[] {
  return Array.isArray(node);
}

function isElement(node: UiNode): node is UiElement {
  return Boolean(node) && !isList(node);
}

/** Marks a view and everything below it as gone. */
export function detach(view: View): void {
  for (const gone of view.walk()) gone.inTree = false;
}
