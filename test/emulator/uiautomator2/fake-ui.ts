import type {
  AccessibilityNode,
  AccessibilityWindow,
  Display,
  NodeAction,
  PictureFormat,
  ScrollEvent,
  ToastEvent,
  UiAutomation,
} from '../../../emulator/android/accessibility.ts';
import { FakeNode, type ViewSpec } from './fake-view.ts';

export type Touch = Parameters<UiAutomation['injectTouch']>[0];

const TAP_SLOP_PX = 8;
const NO_ITEMS = { fromIndex: -1, toIndex: -1, itemCount: -1 };

interface FakeWindow extends AccessibilityWindow {
  readonly root: FakeNode;
}

/** A screen that is written down: windows of views, with touch, text entry and scrolling. */
export class FakeUi implements UiAutomation {
  display: Display = {
    widthPx: 720,
    heightPx: 1600,
    densityDpi: 320,
    rotation: 0,
    statusBarHeightPx: 60,
    navigationBarHeightPx: 40,
  };
  readonly touches: Touch[] = [];
  readonly keys: { keyCode: number; metaState: number; longPress: boolean }[] = [];
  typed = '';
  hasShade = true;
  idleWaits = 0;
  screenshot: (format?: PictureFormat) => Promise<Buffer> = () =>
    Promise.resolve(Buffer.from('png'));
  #windows: FakeWindow[] = [];
  #viewIds = 0;
  #windowIds = 0;
  readonly #toastListeners = new Set<(event: ToastEvent) => void>();
  readonly #scrollListeners = new Set<(event: ScrollEvent) => void>();
  #finger: { node: FakeNode | undefined; startY: number; y: number } | undefined;

  /** Replaces everything on the screen by one active window. */
  show(root: ViewSpec): FakeNode {
    for (const window of this.#windows) window.root.detach();
    this.#windows = [];
    return this.addWindow(root);
  }

  /** Adds a window on top, which becomes the active one unless it is a `system` window. */
  addWindow(root: ViewSpec, type: AccessibilityWindow['type'] = 'application'): FakeNode {
    const node = new FakeNode(root, null, () => (this.#viewIds += 1));
    this.#windowIds += 1;
    const isActive = type === 'application';
    this.#windows = this.#windows.map((window) =>
      isActive ? { ...window, active: false, focused: false } : window,
    );
    this.#windows.unshift({
      windowId: this.#windowIds,
      type,
      layer: this.#windows.length,
      title: `window ${this.#windowIds}`,
      packageName: node.packageName,
      focused: isActive,
      active: isActive,
      bounds: node.bounds,
      root: node,
    });
    return node;
  }

  /** Puts another tree in the place of the active window's. */
  render(root: ViewSpec): FakeNode {
    const active = this.#windows.find((window) => window.active);
    active?.root.detach();
    const node = new FakeNode(root, null, () => (this.#viewIds += 1));
    this.#windows = this.#windows.map((window) =>
      window === active ? { ...window, root: node } : window,
    );
    return node;
  }

  toast(text: string, atMs = 0): void {
    for (const listener of this.#toastListeners) {
      listener({ packageName: 'com.example', text, atMs });
    }
  }

  get toastListeners(): number {
    return this.#toastListeners.size;
  }

  windows(): readonly AccessibilityWindow[] {
    return this.#windows;
  }

  rootInActiveWindow(): AccessibilityNode | null {
    return this.#windows.find((window) => window.active)?.root ?? null;
  }

  perform(node: AccessibilityNode, action: NodeAction): boolean {
    if (action.kind !== 'setText' || !(node instanceof FakeNode) || !node.editable) return false;
    node.spec.text = action.text;
    return true;
  }

  injectTouch(touch: Touch): void {
    this.touches.push(touch);
    if ((touch.pointer ?? 0) !== 0) return;
    if (touch.action === 'down') {
      this.#finger = { node: this.#hit(touch.x, touch.y), startY: touch.y, y: touch.y };
    } else if (this.#finger && touch.action === 'move') {
      this.#scroll(this.#finger.node, this.#finger.y - touch.y);
      this.#finger.y = touch.y;
    } else if (this.#finger) {
      const isTap = Math.abs(touch.y - this.#finger.startY) < TAP_SLOP_PX;
      if (isTap) this.#click(this.#finger.node);
      this.#finger = undefined;
    }
  }

  injectKey(keyCode: number, options: { metaState?: number; longPress?: boolean } = {}): void {
    const { metaState = 0, longPress = false } = options;
    this.keys.push({ keyCode, metaState, longPress });
  }

  injectText(text: string): void {
    this.typed += text;
  }

  openNotifications(): boolean {
    return this.hasShade;
  }

  takeScreenshot(format?: PictureFormat): Promise<Buffer> {
    return this.screenshot(format);
  }

  onToast(listener: (event: ToastEvent) => void): () => void {
    this.#toastListeners.add(listener);
    return () => this.#toastListeners.delete(listener);
  }

  onScrolled(listener: (event: ScrollEvent) => void): () => void {
    this.#scrollListeners.add(listener);
    return () => this.#scrollListeners.delete(listener);
  }

  waitForIdle(): Promise<void> {
    this.idleWaits += 1;
    return Promise.resolve();
  }

  #hit(x: number, y: number): FakeNode | undefined {
    const all = this.#windows.flatMap((window) => [...window.root.all()]);
    return all
      .filter(({ visible, bounds: { left, top, right, bottom } }) => {
        return visible && x >= left && x < right && y >= top && y < bottom;
      })
      .at(-1);
  }

  #click(target: FakeNode | undefined): void {
    for (let node = target ?? null; node; node = node.parent) {
      if (!node.spec.onClick) continue;
      node.spec.onClick();
      return;
    }
  }

  #scroll(target: FakeNode | undefined, byPx: number): void {
    for (let node = target ?? null; node; node = node.parent) {
      const range = node.spec.scrollRangePx;
      if (range === undefined) continue;
      const before = node.scrolledPx;
      node.scrolledPx = Math.max(0, Math.min(range, before + byPx));
      if (node.scrolledPx !== before) this.#tellScrolled(node);
      return;
    }
  }

  #tellScrolled({ spec, scrolledPx }: FakeNode): void {
    const { rows, scrollRangePx = 0 } = spec;
    const pixels = { scrollX: 0, scrollY: scrolledPx, maxScrollX: 0, maxScrollY: scrollRangePx };
    const none = { scrollX: -1, scrollY: -1, maxScrollX: -1, maxScrollY: -1 };
    const isList = rows !== undefined;
    const items = isList ? { fromIndex: 0, toIndex: 1, itemCount: rows } : NO_ITEMS;
    const event = { ...(isList ? none : pixels), ...items };
    for (const listener of this.#scrollListeners) listener(event);
  }
}
