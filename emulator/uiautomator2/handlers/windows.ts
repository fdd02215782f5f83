import type { AccessibilityWindow } from '../../android/accessibility.ts';
import { post, type Route } from '../command.ts';
import { toRect } from '../elements/element-model.ts';
import { globToRegExp } from '../glob.ts';
import { PHYSICAL_DISPLAY_ID } from '../../android/physical-display.ts';

/** android.view.accessibility.AccessibilityWindowInfo.TYPE_… */
const TYPES = { application: 1, input_method: 2, system: 3 } as const;

export const windowRoutes: readonly Route[] = [
  post('/appium/list_windows', ({ server, body }) => {
    const filters = body.object('filters', 'ListWindowsModel')?.fields ?? {};
    return server.tree.automation
      .windows()
      .map(toModel)
      .filter((window) =>
        Object.entries(filters).every(([name, wanted]) => fits(window, name, wanted)),
      );
  }),
];

type WindowModel = ReturnType<typeof toModel>;

function toModel(window: AccessibilityWindow) {
  return {
    windowId: window.windowId,
    displayId: 0,
    physicalDisplayId: PHYSICAL_DISPLAY_ID,
    virtualDisplayId: null,
    rect: toRect(window.bounds),
    packageName: window.packageName,
    screenshot: null,
    type: TYPES[window.type],
    title: window.title,
    layer: window.layer,
    isAccessibilityFocused: false,
    isActive: window.active,
    isFocused: window.focused,
    isInPictureInPictureMode: false,
  };
}

/** Package and title take wildcards; filters nobody knows do not exclude. */
function fits(window: WindowModel, name: string, filter: unknown): boolean {
  if (filter === null || !Object.hasOwn(window, name)) return true;
  const wanted = typeof filter === 'string' ? filter.trim() : JSON.stringify(filter);
  const actual = window[name as keyof WindowModel];
  if (name === 'packageName' || name === 'title') {
    return typeof actual === 'string' && globToRegExp(wanted).test(actual);
  }
  if (typeof actual === 'boolean') {
    return (actual ? ['true', '1'] : ['false', '0']).includes(wanted.toLowerCase());
  }
  return actual !== null && (actual === wanted || JSON.stringify(actual) === wanted);
}
