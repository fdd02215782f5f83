import type { AccessibilityDetails, ScrollEvent } from '../android/accessibility.ts';
import { isEmpty } from './geometry.ts';
import { textStyle } from './layout.ts';
import type { View } from './view.ts';

/** Lists of rows, one below the other, which tell of items instead of pixels. */
const LIST = /\.(RecyclerView|ListView)$/;

/** What AccessibilityNodeInfo holds beyond the flags and texts of the view itself. */
export function detailsOf(view: View): AccessibilityDetails {
  const list = view.parentView && isList(view.parentView) ? view.parentView : null;
  return {
    collection: isList(view) ? { rowCount: view.childViews.length, columnCount: 1 } : null,
    collectionItem: list && { rowIndex: list.childViews.indexOf(view), columnIndex: 0 },
    textSizePx: view.text === null ? null : textStyle(view, view.owner.density).sizePx,
    hasClickableSpan: view.props.spans?.some((span) => span.onClick) ?? false,
    actions: actionsOf(view),
  };
}

/** The event a view sends when its content has moved (RecyclerView, ScrollView). */
export function scrollEventOf(view: View): ScrollEvent {
  if (!isList(view)) {
    const { scrollY, maxScrollY } = view;
    const none = { fromIndex: -1, toIndex: -1, itemCount: -1 };
    return { scrollX: 0, scrollY, maxScrollX: 0, maxScrollY, ...none };
  }
  const inSight = view.childViews.flatMap((row, index) =>
    isEmpty(row.clippedRect) ? [] : [index],
  );
  return {
    scrollX: -1,
    scrollY: -1,
    maxScrollX: -1,
    maxScrollY: -1,
    fromIndex: inSight[0] ?? -1,
    toIndex: inSight.at(-1) ?? -1,
    itemCount: view.childViews.length,
  };
}

function isList(view: View): boolean {
  return LIST.test(view.className);
}

/** In the order of View.onInitializeAccessibilityNodeInfoInternal, then of the widgets. */
function actionsOf(view: View): string[] {
  const actions = ['ACTION_SELECT', 'ACTION_CLEAR_SELECTION'];
  if (view.focusable) actions.push(view.focused ? 'ACTION_CLEAR_FOCUS' : 'ACTION_FOCUS');
  actions.push('ACTION_ACCESSIBILITY_FOCUS');
  if (view.clickable && view.enabled) actions.push('ACTION_CLICK');
  if (view.longClickable && view.enabled) actions.push('ACTION_LONG_CLICK');
  if (view.text) {
    actions.push(
      'ACTION_NEXT_AT_MOVEMENT_GRANULARITY',
      'ACTION_PREVIOUS_AT_MOVEMENT_GRANULARITY',
      'ACTION_SET_SELECTION',
    );
  }
  actions.push('ACTION_SHOW_ON_SCREEN');
  if (view.editable && view.enabled) actions.push('ACTION_SET_TEXT');
  if (view.scrollY < view.maxScrollY) actions.push('ACTION_SCROLL_FORWARD', 'ACTION_SCROLL_DOWN');
  if (view.scrollY > 0) actions.push('ACTION_SCROLL_BACKWARD', 'ACTION_SCROLL_UP');
  return actions;
}
