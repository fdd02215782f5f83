import type { Rect } from '../../android/accessibility.ts';

/**
 * Names of attributes in the order of the real server's list
 * (io.appium.uiautomator2.utils.Attribute); the first is the one in the page source.
 */
const NAMES = [
  ['checkable'],
  ['checked'],
  ['class', 'className'],
  ['clickable'],
  ['content-desc', 'contentDescription'],
  ['enabled'],
  ['focusable'],
  ['focused'],
  ['long-clickable', 'longClickable'],
  ['package'],
  ['password'],
  ['resource-id', 'resourceId'],
  ['scrollable'],
  ['selection-start'],
  ['selection-end'],
  ['selected'],
  ['text', 'name'],
  ['hint'],
  ['extras'],
  ['original-text'],
  ['bounds'],
  ['index'],
  ['displayed'],
  ['contentSize'],
  ['a11y-important', 'importantForAccessibility'],
  ['screen-reader-focusable', 'screenReaderFocusable'],
  ['input-type', 'inputType'],
  ['drawing-order', 'drawingOrder'],
  ['showing-hint', 'showingHintText'],
  ['text-entry-key', 'textEntryKey'],
  ['multiline', 'multiLine'],
  ['dismissable'],
  ['a11y-focused', 'accessibilityFocused'],
  ['heading'],
  ['live-region', 'liveRegion'],
  ['context-clickable', 'contextClickable'],
  ['max-text-length', 'maxTextLength'],
  ['content-invalid', 'contentInvalid'],
  ['error', 'errorText'],
  ['pane-title', 'paneTitle'],
  ['tooltip-text', 'tooltipText'],
  ['text-has-clickable-span', 'textHasClickableSpan'],
  ['actions'],
  ['window-id', 'windowId'],
  ['text-size', 'textSize'],
  ['text-unit', 'textUnit'],
  ['is-collection', 'isCollection'],
  ['is-collection-item', 'isCollectionItem'],
  ['collection-info', 'collectionInfo'],
  ['collection-item-info', 'collectionItemInfo'],
] as const;

export type AttributeName = (typeof NAMES)[number][0];

/** Attributes that the list of supported names leaves out. */
const HIDDEN: ReadonlySet<string> = new Set(['original-text', 'index']);

export const ATTRIBUTE_ALIASES: readonly {
  readonly aliases: readonly [AttributeName, ...string[]];
  readonly hidden: boolean;
}[] = NAMES.map((aliases) => ({ aliases, hidden: HIDDEN.has(aliases[0]) }));

export const ATTRIBUTE_NAMES: readonly AttributeName[] = NAMES.map(([name]) => name);

/** `[left,top][right,bottom]`, as android.graphics.Rect.toShortString. */
export function formatBounds({ left, top, right, bottom }: Rect): string {
  return `[${left},${top}][${right},${bottom}]`;
}
