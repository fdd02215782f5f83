import type { AccessibilityNode } from '../../android/accessibility.ts';
import type { AccessibilityTree } from '../accessibility-tree.ts';
import type { ServerSettings } from '../settings.ts';
import type { ToastListener } from '../toasts.ts';
import { ATTRIBUTE_NAMES, type AttributeName } from './attribute-names.ts';
import { type SnapshotElement, SnapshotTaker } from './snapshot.ts';
import { toXml } from './xml.ts';

/** What is on the screen, as a tree of elements and as text. */
export class PageSource {
  readonly #tree: AccessibilityTree;
  readonly #settings: ServerSettings;
  readonly #toasts: ToastListener;
  readonly #sdk: number;

  /** @param sdk API level of the phone, on which depends what nodes tell. */
  constructor(
    tree: AccessibilityTree,
    settings: ServerSettings,
    toasts: ToastListener,
    sdk: number,
  ) {
    this.#sdk = sdk;
    this.#tree = tree;
    this.#settings = settings;
    this.#toasts = toasts;
  }

  async xml(): Promise<string> {
    const root = await this.snapshot(new Set(ATTRIBUTE_NAMES));
    return toXml(root, this.#settings.get('normalizeTagNames'));
  }

  /** With `root` only what is below it. */
  async snapshot(
    attributes: ReadonlySet<AttributeName>,
    root?: AccessibilityNode,
  ): Promise<SnapshotElement> {
    const taker = new SnapshotTaker(this.#tree, this.#settings, attributes, this.#sdk);
    if (root) return taker.subtree(root);
    return taker.hierarchy(await this.#tree.roots(), this.#toasts.nodes());
  }
}
