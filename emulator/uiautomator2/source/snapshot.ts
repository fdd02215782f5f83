import type { AccessibilityNode } from '../../android/accessibility.ts';
import type { AccessibilityTree } from '../accessibility-tree.ts';
import { selection } from '../elements/attributes.ts';
import type { ServerSettings, SettingName } from '../settings.ts';
import { globToRegExp } from '../glob.ts';
import { type AttributeName, formatBounds } from './attribute-names.ts';

type Value = string | number | boolean | null;

/** What an attribute depends on beside the node. */
interface Position {
  readonly index: number;
  readonly windowId: number | null;
  readonly densityDpi: number;
}

/** API levels from which AccessibilityNodeInfo tells of these. */
const MIN_SDK: Partial<Record<AttributeName, number>> = {
  'screen-reader-focusable': 28,
  heading: 28,
  'pane-title': 28,
  'tooltip-text': 28,
  'text-entry-key': 29,
  'text-size': 30,
  'text-unit': 30,
};

/** Attributes that are there on request only. */
const SWITCHES: Partial<Record<AttributeName, SettingName>> = {
  extras: 'includeExtrasInPageSource',
  actions: 'includeA11yActionsInPageSource',
  'text-size': 'includeExtraRenderingInfo',
  'text-unit': 'includeExtraRenderingInfo',
};

const TEXT_VIEW = 'android.widget.TextView';

/** Attributes of a node in the order of the page source; a `null` value is left out. */
const READERS: readonly (readonly [
  AttributeName,
  (node: AccessibilityNode, position: Position) => Value,
])[] = [
  ['index', (_node, { index }) => index],
  ['package', (node) => node.packageName],
  ['class', (node) => node.className],
  ['text', (node) => node.text ?? ''],
  ['content-desc', (node) => node.contentDescription],
  ['resource-id', (node) => node.resourceId || null],
  ['checkable', (node) => node.checkable],
  ['checked', (node) => node.checked],
  ['clickable', (node) => node.clickable],
  ['enabled', (node) => node.enabled],
  ['focusable', (node) => node.focusable],
  ['focused', (node) => node.focused],
  ['long-clickable', (node) => node.longClickable],
  ['password', (node) => node.password],
  ['scrollable', (node) => node.scrollable],
  ['selection-start', (node) => selection(node.textSelection)?.start ?? null],
  ['selection-end', (node) => selection(node.textSelection)?.end ?? null],
  ['selected', (node) => node.selected],
  ['bounds', (node) => formatBounds(node.bounds)],
  ['displayed', (node) => node.visible],
  ['hint', (node) => node.hint],
  ['extras', () => ''],
  ['a11y-important', (node) => node.importantForAccessibility],
  ['screen-reader-focusable', () => false],
  ['input-type', (node) => (node.inputType === 0 ? null : node.inputType)],
  ['drawing-order', (node) => node.drawingOrder],
  ['showing-hint', (node) => node.editable && node.hint !== null && node.text === node.hint],
  ['text-entry-key', () => false],
  ['multiline', (node) => (node.maxTextLength === -1 ? null : false)],
  ['dismissable', () => false],
  ['a11y-focused', () => false],
  ['heading', () => false],
  ['live-region', () => 0],
  ['context-clickable', () => false],
  ['max-text-length', (node) => (node.maxTextLength === -1 ? null : node.maxTextLength)],
  ['content-invalid', () => false],
  ['pane-title', (node) => node.paneTitle],
  [
    'text-has-clickable-span',
    (node) => onlyTrue(node.className === TEXT_VIEW && node.details.hasClickableSpan),
  ],
  ['actions', (node) => node.details.actions.join(',') || null],
  ['window-id', (_node, { windowId }) => windowId],
  ['text-size', (node, { densityDpi }) => textSizeSp(node, densityDpi)],
  ['text-unit', (node, { densityDpi }) => (textSizeSp(node, densityDpi) === null ? null : 'sp')],
  ['is-collection', (node) => onlyTrue(node.details.collection !== null)],
  ['is-collection-item', (node) => onlyTrue(node.details.collectionItem !== null)],
];

/** Some flags are left out where they do not hold, to keep the source short. */
function onlyTrue(flag: boolean): true | null {
  return flag || null;
}

/** As Java prints a float: `16.0`. */
function textSizeSp({ text, details }: AccessibilityNode, densityDpi: number): string | null {
  if (!text || details.textSizePx === null) return null;
  const sizeSp = Math.round((details.textSizePx * 160 * 100) / densityDpi) / 100;
  return Number.isInteger(sizeSp) ? `${sizeSp}.0` : String(sizeSp);
}

/** All that a toast tells of itself. */
const TOAST_ATTRIBUTES: ReadonlySet<AttributeName> = new Set<AttributeName>([
  'text',
  'class',
  'package',
  'displayed',
  'index',
]);

/** A node of the page source. The hierarchy at its top stands for no view. */
export interface SnapshotElement {
  readonly className: string;
  readonly attributes: readonly (readonly [string, string])[];
  readonly node: AccessibilityNode | null;
  readonly children: readonly SnapshotElement[];
}

/** Copies the tree with the attributes asked for (the class is always among them). */
export class SnapshotTaker {
  readonly #tree: AccessibilityTree;
  readonly #readers: typeof READERS;
  readonly #densityDpi: number;
  readonly #maxDepth: number;
  readonly #showInvisible: boolean;
  readonly #alwaysTraversed: readonly RegExp[];

  constructor(
    tree: AccessibilityTree,
    settings: ServerSettings,
    included: ReadonlySet<AttributeName>,
    sdk: number,
  ) {
    this.#tree = tree;
    this.#maxDepth = settings.get('snapshotMaxDepth');
    this.#showInvisible = settings.get('allowInvisibleElements');
    const classes = settings.get('alwaysTraversableViewClasses');
    this.#alwaysTraversed =
      classes === '' ? [] : classes.split(',').map((glob) => globToRegExp(glob.trim()));
    this.#densityDpi = tree.automation.display.densityDpi;
    this.#readers = READERS.filter(([name]) => {
      const setting = SWITCHES[name];
      if (setting && settings.get(setting) !== true) return false;
      if (sdk < (MIN_SDK[name] ?? 0)) return false;
      return name === 'class' || included.has(name);
    });
  }

  /** The page: the given windows' roots and the toasts below a `hierarchy`. */
  hierarchy(
    roots: readonly AccessibilityNode[],
    toasts: readonly AccessibilityNode[],
  ): SnapshotElement {
    const children = roots.map((root, index) => this.#take(root, index, 1, this.#windowId(root)));
    const toastReaders = READERS.filter(([name]) => TOAST_ATTRIBUTES.has(name));
    for (const [i, toast] of toasts.entries()) {
      const position = this.#position(roots.length + i, null);
      children.push(element(toast, toastReaders, position, []));
    }
    const { rotation, widthPx, heightPx, navigationBarHeightPx } = this.#tree.automation.display;
    return {
      className: 'hierarchy',
      attributes: [
        ['index', '0'],
        ['class', 'hierarchy'],
        ['rotation', String(rotation)],
        ['width', String(widthPx)],
        // Display.getSize: what apps may use, without the navigation bar.
        ['height', String(heightPx - navigationBarHeightPx)],
      ],
      node: null,
      children,
    };
  }

  /** One node and what is below it. */
  subtree(root: AccessibilityNode): SnapshotElement {
    return this.#take(root, this.#tree.index(root), 0, this.#windowId(root));
  }

  #windowId(node: AccessibilityNode): number | null {
    return this.#tree.window(node)?.windowId ?? null;
  }

  #take(
    node: AccessibilityNode,
    index: number,
    depth: number,
    windowId: number | null,
  ): SnapshotElement {
    const children: SnapshotElement[] = [];
    if (depth < this.#maxDepth) {
      const traversed = this.#alwaysTraversed.some((glob) => glob.test(node.className));
      for (const [i, child] of this.#tree.children(node).entries()) {
        if (this.#showInvisible || child.visible || traversed) {
          children.push(this.#take(child, i, depth + 1, windowId));
        }
      }
    }
    return element(node, this.#readers, this.#position(index, windowId), children);
  }

  #position(index: number, windowId: number | null): Position {
    return { index, windowId, densityDpi: this.#densityDpi };
  }
}

function element(
  node: AccessibilityNode,
  readers: typeof READERS,
  position: Position,
  children: readonly SnapshotElement[],
): SnapshotElement {
  const attributes: [string, string][] = [];
  for (const [name, read] of readers) {
    const value = read(node, position);
    if (value === null) continue;
    attributes.push([name, typeof value === 'string' ? toXmlText(value) : String(value)]);
  }
  return { className: node.className, attributes, node, children };
}

/** Replaces what XML 1.0 cannot hold. */
function toXmlText(text: string): string {
  return text.replace(/[^\t\r\n\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, '?');
}
