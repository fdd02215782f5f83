import { ManualClock } from '../../../emulator/android/clock.ts';
import { GBOARD, Keyboard } from '../../../emulator/apps/keyboard/keyboard.tsx';
import type { AccessibilityNode } from '../../../emulator/android/accessibility.ts';
import type { UiNode } from '../../../emulator/ui/jsx-runtime.ts';
import type { Look } from '../../../emulator/profiles/profile.ts';
import { WindowManager, type WindowHandle } from '../../../emulator/ui/window-manager.ts';

export const DISPLAY = { widthPx: 720, heightPx: 1600, densityDpi: 320 };
/** dp → px at 320 dpi. */
export const DENSITY = 2;

export interface TestWindow extends WindowHandle {
  /** How often each kind of "back" reached the window. */
  readonly backs: ('key' | 'outside')[];
}

/** A screen with nothing on it, on a clock that stands still. */
export class TestScreen {
  readonly clock = new ManualClock();
  readonly windows: WindowManager;

  constructor(options: { readonly sdk?: number; readonly look?: Look } = {}) {
    this.windows = new WindowManager({
      display: DISPLAY,
      look: options.look ?? 'hyperos',
      sdk: options.sdk ?? 36,
      clock: this.clock,
      timeZone: 'UTC',
    });
    this.windows.setInputMethod(new Keyboard('keyboard.test', () => true, GBOARD));
  }

  open(
    render: () => UiNode,
    options: {
      readonly kind?: 'activity' | 'dialog';
      readonly secure?: boolean;
    } = {},
  ): TestWindow {
    const backs: ('key' | 'outside')[] = [];
    const window = this.windows.addWindow({
      packageName: 'app.test',
      title: 'app.test/.Main',
      kind: options.kind ?? 'activity',
      secure: () => options.secure ?? false,
      render,
      onBack: (cause) => backs.push(cause),
    });
    return {
      backs,
      invalidate: () => window.invalidate(),
      setShown: (shown) => window.setShown(shown),
      hideKeyboard: () => window.hideKeyboard(),
      remove: () => window.remove(),
    };
  }

  /** The node with that resource name in the active window. */
  find(id: string): AccessibilityNode | undefined {
    const root = this.windows.automation.rootInActiveWindow();
    return root ? [...walk(root)].find((node) => node.resourceId === id) : undefined;
  }

  /** As `find`, for a node that must be there. */
  get(id: string): AccessibilityNode {
    const node = this.find(id);
    if (!node) throw new Error(`no node has the id ${id}`);
    return node;
  }

  /** A key of the soft keyboard, by its description. */
  key(description: string): AccessibilityNode {
    const keyboard = this.windows.automation
      .windows()
      .find((window) => window.type === 'input_method');
    const key =
      keyboard && [...walk(keyboard.root)].find((node) => node.contentDescription === description);
    if (!key) throw new Error(`no key is described ${description}`);
    return key;
  }

  /** Taps the middle of a node. */
  tap(node: AccessibilityNode): void {
    const { left, top, right, bottom } = node.bounds;
    this.windows.input.tap((left + right) / 2, (top + bottom) / 2);
  }

  /** Drags a finger upwards from `fromY` in steps, without letting it fling. */
  dragUp(x: number, fromY: number, byPx: number): void {
    const { automation } = this.windows;
    automation.injectTouch({ action: 'down', x, y: fromY });
    for (let moved = 20; moved <= byPx; moved += 20) {
      this.clock.advance(10);
      automation.injectTouch({ action: 'move', x, y: fromY - moved });
    }
    this.clock.advance(500);
    automation.injectTouch({ action: 'up', x, y: fromY - byPx });
  }
}

export function* walk(node: AccessibilityNode): Generator<AccessibilityNode> {
  yield node;
  for (const child of node.children) yield* walk(child);
}
