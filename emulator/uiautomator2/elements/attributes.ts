import type { AccessibilityNode } from '../../android/accessibility.ts';
import { NoSuchAttributeError } from '../errors.ts';
import { ATTRIBUTE_ALIASES, type AttributeName, formatBounds } from '../source/attribute-names.ts';
import type { LiveElement } from './found-element.ts';

type Value = string | number | boolean | null;
type Reader = (element: LiveElement) => Value;

/** Measures how much a list holds, which takes scrolling it. */
export interface ContentSizes {
  of(node: AccessibilityNode): Promise<string>;
}

/** Attributes that an element tells by name; those missing here exist in the page source only. */
const READERS: Partial<Record<AttributeName, Reader>> = {
  text: (element) => element.text,
  'content-desc': ({ node }) => node.contentDescription,
  class: ({ node }) => node.className,
  'resource-id': ({ node }) => node.resourceId || null,
  enabled: ({ node }) => node.enabled,
  checkable: ({ node }) => node.checkable,
  checked: ({ node }) => node.checked,
  clickable: ({ node }) => node.clickable,
  focusable: ({ node }) => node.focusable,
  focused: ({ node }) => node.focused,
  'long-clickable': ({ node }) => node.longClickable,
  scrollable: ({ node }) => node.scrollable,
  selected: ({ node }) => node.selected,
  displayed: ({ node }) => node.visible,
  password: ({ node }) => node.password,
  bounds: ({ node }) => formatBounds(node.bounds),
  package: ({ node }) => node.packageName,
  hint: ({ node }) => node.hint,
  'selection-start': ({ node }) => selection(node.textSelection)?.start ?? null,
  'selection-end': ({ node }) => selection(node.textSelection)?.end ?? null,
  extras: () => '',
  'is-collection': ({ node }) => node.details.collection !== null,
  'is-collection-item': ({ node }) => node.details.collectionItem !== null,
  'collection-info': ({ node }) => collectionInfo(node),
  'collection-item-info': ({ node }) => collectionItemInfo(node),
};

/** The range that is selected; a bare cursor is none. */
export function selection(
  range: { readonly start: number; readonly end: number } | null,
): { readonly start: number; readonly end: number } | null {
  return range && range.start >= 0 && range.start !== range.end ? range : null;
}

/**
 * An attribute by any of its names, upper or lower case, as text; `null` if it has no value.
 * @throws NoSuchAttributeError if there is no such attribute.
 */
export async function readAttribute(
  element: LiveElement,
  name: string,
  contentSizes: ContentSizes,
): Promise<string | null> {
  const attribute = ATTRIBUTE_ALIASES.find(({ aliases }) =>
    aliases.some((alias) => alias.toLowerCase() === name.toLowerCase()),
  )?.aliases[0];
  if (attribute === 'contentSize') return contentSizes.of(element.node);
  const reader = attribute && READERS[attribute];
  if (!reader) throw unknownAttribute(name);
  const value = reader(element);
  return value === null ? null : String(value);
}

/** As Gson writes the model CollectionInfo. */
function collectionInfo({ details: { collection } }: AccessibilityNode): string | null {
  return collection && JSON.stringify({ ...collection, isHierarchical: false, selectionMode: 0 });
}

function collectionItemInfo({ details: { collectionItem } }: AccessibilityNode): string | null {
  if (!collectionItem) return null;
  const place = { ...collectionItem, rowSpan: 1, columnSpan: 1 };
  return JSON.stringify({ ...place, isHeading: false, isSelected: false });
}

function unknownAttribute(name: string): NoSuchAttributeError {
  const supported = ATTRIBUTE_ALIASES.filter(({ hidden }) => !hidden).map(({ aliases }) =>
    aliases.length > 1 ? `{${aliases.join(',')}}` : aliases[0],
  );
  return new NoSuchAttributeError(
    `'${name}' attribute is unknown for the element. Only the following attributes are ` +
      `supported: [${supported.join(', ')}]`,
  );
}
