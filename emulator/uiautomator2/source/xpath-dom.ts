import type { IDomFacade } from 'fontoxpath';
import type { AccessibilityNode } from '../../android/accessibility.ts';
import type { SnapshotElement } from './snapshot.ts';
import { NodeNames } from './xml.ts';

type XPathNode = XPathDocument | XPathElement | XPathAttribute;

/** A snapshot as XPath sees it; attributes are read from the views when a query gets there. */
export class XPathDocument {
  readonly nodeType = 9;
  readonly parent = null;
  readonly position = 0;
  readonly children: XPathElement[];

  /** @param normalizeTagNames see the setting of that name. */
  constructor(root: SnapshotElement, normalizeTagNames: boolean) {
    this.children = [new XPathElement(root, this, 0, new NodeNames(normalizeTagNames))];
  }

  /** The element that stands for a view. */
  elementOf({ viewId }: AccessibilityNode): XPathElement | undefined {
    const elements = [...this.children];
    for (let element = elements.pop(); element; element = elements.pop()) {
      if (element.node?.viewId === viewId) return element;
      elements.push(...element.children);
    }
    return undefined;
  }
}

export class XPathElement {
  readonly nodeType = 1;
  readonly nodeName: string;
  readonly localName: string;
  readonly prefix = null;
  readonly namespaceURI = null;
  readonly parent: XPathDocument | XPathElement;
  /** Among its parent's children. */
  readonly position: number;
  readonly children: XPathElement[];
  readonly #snapshot: SnapshotElement;
  #attributes: XPathAttribute[] | undefined;

  constructor(
    snapshot: SnapshotElement,
    parent: XPathDocument | XPathElement,
    position: number,
    names: NodeNames,
  ) {
    this.#snapshot = snapshot;
    this.parent = parent;
    this.position = position;
    this.nodeName = this.localName = names.of(snapshot.className);
    this.children = snapshot.children.map((child, i) => new XPathElement(child, this, i, names));
  }

  /** The view it stands for; none for the hierarchy. */
  get node(): AccessibilityNode | null {
    return this.#snapshot.node;
  }

  /** The same objects each time: XPath compares nodes by identity. */
  get attributes(): XPathAttribute[] {
    if (!this.#attributes) {
      const { attributes } = this.#snapshot;
      this.#attributes = attributes.names.flatMap((name, i) => {
        const value = attributes.valueAt(i);
        return value === null ? [] : [new XPathAttribute(name, value, this)];
      });
    }
    return this.#attributes;
  }
}

class XPathAttribute {
  readonly nodeType = 2;
  readonly name: string;
  readonly nodeName: string;
  readonly localName: string;
  readonly prefix = null;
  readonly namespaceURI = null;
  readonly value: string;
  readonly parent: XPathElement;
  readonly position = 0;
  readonly children: XPathElement[] = [];

  constructor(name: string, value: string, parent: XPathElement) {
    this.name = this.nodeName = this.localName = name;
    this.value = value;
    this.parent = parent;
  }
}

/** How the XPath engine walks such a document: it hands back the nodes it was given. */
export const xpathFacade: IDomFacade = {
  getAllAttributes: (node) => (node as XPathElement).attributes,
  getAttribute: (node, name) =>
    (node as XPathElement).attributes.find((attribute) => attribute.name === name)?.value ?? null,
  getData: (node) => (node as XPathAttribute).value,
  getChildNodes: (node) => (node as XPathNode).children,
  getFirstChild: (node) => (node as XPathNode).children[0] ?? null,
  getLastChild: (node) => (node as XPathNode).children.at(-1) ?? null,
  getNextSibling: (node) => sibling(node as XPathNode, 1),
  getPreviousSibling: (node) => sibling(node as XPathNode, -1),
  getParentNode: (node) => (node as XPathNode).parent,
};

function sibling({ parent, position }: XPathNode, distance: 1 | -1): XPathElement | null {
  return parent?.children[position + distance] ?? null;
}
