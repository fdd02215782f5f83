import { XMLParser } from 'fast-xml-parser';

/** One node of a page source, with the attributes the UiAutomator2 server writes (XML, decoded). */
export interface ScreenNode {
  /** Full class name; also that of a toast, `android.widget.Toast`. */
  readonly className: string;
  readonly attributes: Readonly<Record<string, string>>;
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
  return (parser.parse(source) as Parsed[]).flatMap(flatten);
}

function flatten(parsed: Parsed): ScreenNode[] {
  const attributes = (parsed[ATTRIBUTES] ?? {}) as Record<string, string>;
  return Object.entries(parsed).flatMap(([tag, children]) => {
    if (tag === ATTRIBUTES || tag.startsWith('?') || !Array.isArray(children)) return [];
    const node = { className: attributes['class'] ?? tag, attributes };
    return [node, ...(children as Parsed[]).flatMap(flatten)];
  });
}
