import { XMLParser } from 'fast-xml-parser';

/** One node of a page source, with the attributes the UiAutomator2 server writes (XML, decoded). */
export interface ScreenNode {
  /** Full class name; also that of a toast, `android.widget.Toast`. */
  readonly className: string;
  readonly attributes: Readonly<Record<string, string>>;
}

/** A node with what is inside it. */
export interface ScreenTree extends ScreenNode {
  readonly children: readonly ScreenTree[];
}

const ATTRIBUTES = ':@';

const parser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: '',
  parseAttributeValue: false,
  trimValues: false,
  // Numeric references: a line break in a text is written &#10;
  htmlEntities: true,
});

type Parsed = Readonly<Record<string, unknown>>;

/**
 * All nodes of a page source, in document order.
 * @param source as `getPageSource` answers it.
 */
export function screenNodes(source: string): ScreenNode[] {
  return screenTrees(source).flatMap(flatten);
}

/**
 * The same as they are nested.
 * @param source also as `uiautomator dump` writes it, where every tag is `node`.
 * @throws {Error} when it is no XML.
 */
export function screenTrees(source: string): ScreenTree[] {
  return (parser.parse(source) as Parsed[]).flatMap(treesOf);
}

function treesOf(parsed: Parsed): ScreenTree[] {
  const attributes = (parsed[ATTRIBUTES] ?? {}) as Record<string, string>;
  return Object.entries(parsed).flatMap(([tag, children]) => {
    if (tag === ATTRIBUTES || tag.startsWith('?') || !Array.isArray(children)) return [];
    const className = attributes['class'] ?? tag;
    return [{ className, attributes, children: (children as Parsed[]).flatMap(treesOf) }];
  });
}

function flatten({ className, attributes, children }: ScreenTree): ScreenNode[] {
  return [{ className, attributes }, ...children.flatMap(flatten)];
}
