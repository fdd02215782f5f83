import type { AccessibilityNode } from '../../android/accessibility.ts';
import type { AccessibilityTree } from '../accessibility-tree.ts';
import { UiSelector } from '../ui-selector/ui-selector.ts';

/** A UiSelector with everything that tells a node from others, to search below it. */
export function asUiSelector(node: AccessibilityNode, tree: AccessibilityTree): UiSelector {
  return new UiSelector({
    PACKAGE_NAME: node.packageName,
    CLASS: node.className,
    ...(node.text === null ? {} : { TEXT: node.text }),
    ...(node.contentDescription === null ? {} : { DESCRIPTION: node.contentDescription }),
    ...(node.resourceId === null ? {} : { RESOURCE_ID: node.resourceId }),
    CHECKABLE: node.checkable,
    CHECKED: node.checked,
    CLICKABLE: node.clickable,
    ENABLED: node.enabled,
    FOCUSABLE: node.focusable,
    LONG_CLICKABLE: node.longClickable,
    SCROLLABLE: node.scrollable,
    SELECTED: node.selected,
    INDEX: tree.index(node),
  });
}
