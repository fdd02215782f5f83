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

type Reader = (node: AccessibilityNode, position: Position) => Value;

/** Attributes of a node in the order of the page source; a `null` value is left out. */
const READERS: readonly (readonly [AttributeName, Reader])[] = [
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
  /** Read from the view when they are asked for; `null` for what it leaves out. */
  readonly attributes: Attributes;
  readonly node: AccessibilityNode | null;
  readonly children: readonly SnapshotElement[];
}

export interface Attributes {
  readonly names: readonly string[];
  valueAt(index: number): string | null;
}

/** Copies the tree with the attributes asked for (the class is always among them). */
export class SnapshotTaker {
  readonly #tree: AccessibilityTree;
  readonly #columns: Columns;
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
    this.#columns = columnsOf((name) => {
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
    const columns = columnsOf((name) => TOAST_ATTRIBUTES.has(name));
    for (const [i, toast] of toasts.entries()) {
      const position = this.#position(roots.length + i, null);
      children.push(element(toast, columns, position, []));
    }
    const { rotation, widthPx, heightPx, navigationBarHeightPx } = this.#tree.automation.display;
    return {
      className: 'hierarchy',
      attributes: fixed({
        index: 0,
        class: 'hierarchy',
        rotation,
        width: widthPx,
        // Display.getSize: what apps may use, without the navigation bar.
        height: heightPx - navigationBarHeightPx,
      }),
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
    return element(node, this.#columns, this.#position(index, windowId), children);
  }

  #position(index: number, windowId: number | null): Position {
    return { index, windowId, densityDpi: this.#densityDpi };
  }
}

function element(
  node: AccessibilityNode,
  columns: Columns,
  position: Position,
  children: readonly SnapshotElement[],
): SnapshotElement {
  const attributes = new NodeAttributes(columns, node, position);
  return { className: node.className, attributes, node, children };
}

function fixed(values: Readonly<Record<string, string | number>>): Attributes {
  const texts = Object.values(values).map(String);
  return { names: Object.keys(values), valueAt: (index) => texts[index] ?? null };
}

/** The attributes that all nodes of a snapshot are asked for. */
interface Columns {
  readonly names: readonly AttributeName[];
  readonly readers: readonly Reader[];
}

function columnsOf(isIncluded: (name: AttributeName) => boolean): Columns {
  const included = READERS.filter(([name]) => isIncluded(name));
  return { names: included.map(([name]) => name), readers: included.map(([, read]) => read) };
}

class NodeAttributes implements Attributes {
  readonly #columns: Columns;
  readonly #node: AccessibilityNode;
  readonly #position: Position;

  constructor(columns: Columns, node: AccessibilityNode, position: Position) {
    this.#columns = columns;
    this.#node = node;
    this.#position = position;
  }

  get names(): readonly string[] {
    return this.#columns.names;
  }

  valueAt(index: number): string | null {
    const value = this.#columns.readers[index]?.(this.#node, this.#position) ?? null;
    if (typeof value === 'string') return toXmlText(value);
    return value === null ? null : String(value);
  }
}

const ONLY_PRINTABLE_ASCII = /^[\x20-\x7e]*$/;

/** Replaces what XML 1.0 cannot hold. */
function toXmlText(text: string): string {
  if (ONLY_PRINTABLE_ASCII.test(text)) return text;
  return text.replace(/[^\t\r\n\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, '?');
}
