import {
  SecureScreenError,
  type AccessibilityNode,
  type AccessibilityWindow,
  type Display,
  type NodeAction,
  type PictureFormat,
  type ScrollEvent,
  type ToastEvent,
  type UiAutomation,
} from '../android/accessibility.ts';
import type { Clock } from '../android/clock.ts';
import { scrollEventOf } from './accessibility-details.ts';
import type { Frames } from './frames.ts';
import type { InputInjector } from './input/injector.ts';
import type { Scroller } from './input/scroller.ts';
import type { TouchDispatcher } from './input/touch.ts';
import { isSecure, type Screen } from './screen.ts';
import type { Toasts } from './system-ui/toasts.tsx';
import { View } from './view.ts';
import type { WindowStack } from './window-stack.ts';

/**
 * From this API level on the window manager takes automation's screenshots, and leaves secure
 * windows black (UiAutomationConnection.takeScreenshot → WindowManagerService.captureDisplay). Below,
 * the caller's own process asks SurfaceFlinger, which refuses ("FB is protected"). So does
 * `screencap`, with which the UiAutomator2 server tries first (utils/ScreenshotHelper.java).
 */
const SECURE_IS_BLACK_SDK = 34;

interface Parts {
  readonly stack: WindowStack;
  readonly frames: Frames;
  readonly clock: Clock;
  readonly sdk: number;
  readonly input: InputInjector;
  readonly touch: TouchDispatcher;
  readonly scroller: Scroller;
  readonly toasts: Toasts;
  readonly screen: Screen;
  readonly openShade: () => boolean;
  /** Throws where the system refuses input. */
  readonly beforeInjection: () => void;
}

/** What automation sees and does on this screen. */
export class ScreenAutomation implements UiAutomation {
  readonly #parts: Parts;
  readonly #scrollListeners = new Set<(event: ScrollEvent) => void>();

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  get display(): Display {
    return this.#parts.stack.display;
  }

  windows(): readonly AccessibilityWindow[] {
    this.#parts.stack.settle();
    return this.#parts.stack.topDown().filter((window) => window.spec.kind !== 'toast');
  }

  rootInActiveWindow(): AccessibilityNode | null {
    this.#parts.stack.settle();
    return this.#parts.stack.focusedWindow?.root ?? null;
  }

  perform(node: AccessibilityNode, action: NodeAction): boolean {
    if (!(node instanceof View) || !node.attached) return false;
    const { stack, scroller } = this.#parts;
    switch (action.kind) {
      case 'click':
        return this.#click(node);
      case 'focus':
        if (!node.focusable || !node.enabled) return false;
        stack.textInput.focus(node, { keyboard: false });
        return true;
      case 'clearFocus':
        if (!node.focused) return false;
        stack.textInput.clearFocus(node);
        return true;
      // Nothing on these screens does something else when it is held, or can be selected.
      case 'longClick':
      case 'select':
        return false;
      case 'scrollForward':
        return scroller.scrollBy(node, node.frame.height);
      case 'scrollBackward':
        return scroller.scrollBy(node, -node.frame.height);
      case 'setText':
        if (!node.field || !node.enabled) return false;
        stack.textInput.setText(node, action.text);
        return true;
      case 'setSelection':
        if (!node.field) return false;
        stack.textInput.select(node, action.start, action.end);
        return true;
    }
  }

  injectTouch(event: Parameters<UiAutomation['injectTouch']>[0]): void {
    this.#parts.beforeInjection();
    // The screens know no gesture of two fingers: only the first one counts.
    if ((event.pointer ?? 0) === 0) this.#parts.touch.dispatch(event);
  }

  injectKey(keyCode: number, options: { metaState?: number; longPress?: boolean } = {}): void {
    this.#parts.beforeInjection();
    this.#parts.input.keyEvent(keyCode, options);
  }

  injectText(text: string): void {
    this.#parts.beforeInjection();
    this.#parts.input.text(text);
  }

  openNotifications(): boolean {
    return this.#parts.openShade();
  }

  async takeScreenshot(format: PictureFormat = 'png'): Promise<Buffer> {
    if (this.#parts.sdk < SECURE_IS_BLACK_SDK && this.#parts.stack.topDown().some(isSecure)) {
      throw new SecureScreenError('a window on the screen has FLAG_SECURE');
    }
    return this.#parts.screen.capture(format);
  }

  onToast(listener: (event: ToastEvent) => void): () => void {
    return this.#parts.toasts.onToast(listener);
  }

  onScrolled(listener: (event: ScrollEvent) => void): () => void {
    this.#scrollListeners.add(listener);
    return () => this.#scrollListeners.delete(listener);
  }

  /** Tells those who listen that a view's content has moved. */
  scrolled(view: View): void {
    if (this.#scrollListeners.size === 0) return;
    const event = scrollEventOf(view);
    for (const listener of this.#scrollListeners) listener(event);
  }

  async waitForIdle(quietMs: number, timeoutMs: number): Promise<void> {
    const { clock, frames } = this.#parts;
    const deadlineMs = clock.now() + timeoutMs;
    for (;;) {
      const nowMs = clock.now();
      const untilMs = Math.min(frames.changedAtMs + quietMs, deadlineMs);
      if (nowMs >= untilMs) return;
      await clock.sleep(untilMs - nowMs);
    }
  }

  #click(view: View): boolean {
    if (!view.clickable || !view.enabled) return false;
    if (view.field) this.#parts.stack.textInput.focus(view, { keyboard: true });
    const link = view.props.spans?.find((span) => span.onClick)?.onClick;
    const click = view.props.onClick ?? link;
    click?.();
    return true;
  }
}
