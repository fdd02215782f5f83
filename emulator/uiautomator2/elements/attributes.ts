import type { AccessibilityTree } from '../accessibility-tree.ts';
import { ServerError, UnknownCommandError } from '../errors.ts';
import { ATTRIBUTE_ALIASES, type AttributeName, formatBounds } from '../source/attribute-names.ts';
import type { LiveElement } from './found-element.ts';

type Value = string | number | boolean | null;
type Reader = (element: LiveElement, tree: AccessibilityTree) => Value;

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
  'is-collection': () => false,
  'is-collection-item': () => false,
  'collection-info': () => null,
  'collection-item-info': () => null,
  contentSize: () => {
    throw new ServerError(
      'Could not retrieve accessibility scroll data; unable to determine scrollable offset',
    );
  },
};

/** The range that is selected; a bare cursor is none. */
export function selection(
  range: { readonly start: number; readonly end: number } | null,
): { readonly start: number; readonly end: number } | null {
  return range && range.start >= 0 && range.start !== range.end ? range : null;
}

/**
 * An attribute by any of its names, upper or lower case, as text; `null` if it has no value.
 * @throws UnknownCommandError if there is no such attribute.
 */
export function readAttribute(
  element: LiveElement,
  name: string,
  tree: AccessibilityTree,
): string | null {
  const attribute = ATTRIBUTE_ALIASES.find(({ aliases }) =>
    aliases.some((alias) => alias.toLowerCase() === name.toLowerCase()),
  );
  const reader = attribute && READERS[attribute.aliases[0]];
  if (!reader) throw unknownAttribute(name);
  const value = reader(element, tree);
  return value === null ? null : String(value);
}

function unknownAttribute(name: string): UnknownCommandError {
  const supported = ATTRIBUTE_ALIASES.filter(({ hidden }) => !hidden).map(({ aliases }) =>
    aliases.length > 1 ? `{${aliases.join(',')}}` : aliases[0],
  );
  return new UnknownCommandError(
    `'${name}' attribute is unknown for the element. Only the following attributes are ` +
      `supported: [${supported.join(', ')}]`,
  );
}
