/** @jsxRuntime automatic @jsxImportSource #ui */
import type { AccessibilityWindow, Display, Rect } from '../android/accessibility.ts';
import type { TextScale } from './font-scale.ts';
import type { UiNode } from './jsx-runtime.ts';
import type { LayoutEngine } from './layout.ts';
import type { Reconciler } from './reconciler.ts';
import { detach } from './reconciler.ts';
import { withTheme, type Theme } from './themes/theme.ts';
import type { ViewOwner } from './view-owner.ts';
import { View } from './view.ts';
import type { UiWindowSpec, WindowKind } from './window-spec.ts';
import { FrameLayout } from './widgets.tsx';

/** What a window asks of the screen it is on. */
export interface WindowHost {
  readonly display: Display;
  readonly layout: LayoutEngine;
  readonly theme: Theme;
  /** By the font size that the person has chosen. */
  readonly textScale: TextScale;
  readonly reconciler: Reconciler;
  /** The window with input focus. */
  readonly focusedWindow: UiWindow | undefined;
  /** How much of the screen's lower end the soft keyboard covers, in pixels. */
  readonly keyboardHeightPx: number;
  /** Another number whenever places of views may have changed. */
  readonly generation: number;
  nextId(): number;
  settle(): void;
  changed(): void;
  /** Another window may have the input focus now, or its keyboard was hidden. */
  focusMayHaveMoved(): void;
  removeWindow(window: UiWindow): void;
  /** 0 for the window at the very bottom. */
  layerOf(window: UiWindow): number;
}

/** Toasts stand this high above the screen's lower end. */
const TOAST_BOTTOM_DP = 84;
/** Dialogs and notifications are no wider than this, e.g. when the phone is turned. */
const MAX_CARD_WIDTH_DP = 400;

const FIXED_TEXT_KINDS: ReadonlySet<WindowKind> = new Set([
  'statusBar',
  'navigationBar',
  'keyboard',
]);

/** One window: its place, its views and whether they must be rendered anew. */
export class UiWindow implements AccessibilityWindow, ViewOwner {
  readonly windowId: number;
  readonly spec: UiWindowSpec;
  readonly root: View;
  readonly #host: WindowHost;
  shown: boolean;
  /** Must be rendered and laid out before it is looked at. */
  dirty = true;
  focusedView: View | null = null;
  keyboardField: View | null = null;
  bounds: Rect = { left: 0, top: 0, right: 0, bottom: 0 };

  constructor(host: WindowHost, spec: UiWindowSpec, shown: boolean) {
    this.#host = host;
    this.spec = spec;
    this.shown = shown;
    this.windowId = host.nextId();
    this.root = new View(this, { className: 'android.widget.FrameLayout' });
  }

  get layer(): number {
    return this.#host.layerOf(this);
  }

  get packageName(): string {
    return this.spec.packageName;
  }

  get title(): string | null {
    return this.spec.title;
  }

  get type(): AccessibilityWindow['type'] {
    if (this.spec.kind === 'keyboard') return 'input_method';
    return this.#isApps && this.spec.kind !== 'systemAlert' ? 'application' : 'system';
  }

  /** Activities, dialogs, the keyguard and the notification shade take the keys. */
  get takesFocus(): boolean {
    return this.#isApps || this.spec.kind === 'shade';
  }

  get #isApps(): boolean {
    return this.fills || this.isDialog;
  }

  /** Whether it takes what is touched beside it, over a dimmed screen. */
  get isDialog(): boolean {
    return this.spec.kind === 'dialog' || this.spec.kind === 'systemAlert';
  }

  /** Whether it has the whole screen, as activities and the keyguard do. */
  get fills(): boolean {
    return this.spec.kind === 'activity' || this.spec.kind === 'keyguard';
  }

  get focused(): boolean {
    return this.#host.focusedWindow === this;
  }

  get active(): boolean {
    return this.focused;
  }

  /** The view that fills the window or the dialog's panel: what the app rendered. */
  get contentView(): View | undefined {
    return this.#isApps ? this.root.childViews[0]?.childViews[0] : this.root.childViews[0];
  }

  get seeThroughPx(): number {
    const { display, keyboardHeightPx, theme } = this.#host;
    const seeThrough = theme.navigation.kind === 'pill' && keyboardHeightPx === 0;
    return this.fills && seeThrough ? display.navigationBarHeightPx : 0;
  }

  /** The bars and the keyboard keep their size whatever the font size is. */
  get textScale(): TextScale {
    return FIXED_TEXT_KINDS.has(this.spec.kind) ? (sp) => sp : this.#host.textScale;
  }

  /** What fills an activity's window, under the status bar too. */
  get background(): string {
    return this.contentView?.style.background ?? this.#host.theme.colors.page;
  }

  get density(): number {
    return this.#host.display.densityDpi / 160;
  }

  get generation(): number {
    return this.#host.generation;
  }

  nextViewId(): number {
    return this.#host.nextId();
  }

  settle(): void {
    this.#host.settle();
  }

  invalidate(): void {
    this.dirty = true;
    this.#host.changed();
  }

  setShown(shown: boolean): void {
    if (this.shown === shown) return;
    this.shown = shown;
    this.invalidate();
    this.#host.focusMayHaveMoved();
  }

  hideKeyboard(): void {
    this.keyboardField = null;
    this.#host.focusMayHaveMoved();
  }

  /** Takes the window off the screen for good; its views are gone. */
  remove(): void {
    this.shown = false;
    detach(this.root);
    this.#host.removeWindow(this);
  }

  /** The view that came up since the last call and wants the focus. */
  takeAutoFocus(): View | null {
    let wanting: View | null = null;
    for (const view of this.root.walk()) {
      if (view.autoFocusPending) wanting = view;
      view.autoFocusPending = false;
    }
    return wanting;
  }

  /** Renders, lays out and places the window. */
  update(): void {
    this.dirty = false;
    const { display, layout, reconciler, theme } = this.#host;
    withTheme(theme, () => reconciler.reconcile(this, this.root, this.#decorated()));
    const fills = this.fills || this.spec.kind === 'shade';
    const widthPx = this.#widthPx();
    layout.layout(this.root, {
      widthPx,
      ...(fills
        ? { heightPx: display.heightPx }
        : { maxHeightPx: display.heightPx - display.statusBarHeightPx - this.#bottomInset() }),
    });
    const left = Math.round((display.widthPx - widthPx) / 2);
    const top = this.#top(this.root.frame.height);
    this.bounds = {
      left,
      top,
      right: left + widthPx,
      bottom: top + this.root.frame.height,
    };
    if (this.focusedView && !this.focusedView.inTree) this.focusedView = null;
  }

  #decorated(): UiNode {
    if (!this.#isApps) return this.spec.render();
    const { display } = this.#host;
    const { density } = this;
    const insets = this.fills
      ? {
          grow: 1,
          shrink: 1,
          paddingTop: display.statusBarHeightPx / density,
          paddingBottom: this.#bottomInset() / density,
        }
      : { shrink: 1 };
    return (
      <FrameLayout id="android:id/content" style={insets}>
        {this.spec.render()}
      </FrameLayout>
    );
  }

  #bottomInset(): number {
    const { display, keyboardHeightPx } = this.#host;
    return Math.max(keyboardHeightPx + this.#barBelowKeyboardPx(), display.navigationBarHeightPx);
  }

  /** The keyboard stands above a bar with buttons, and reaches below the pill. */
  #barBelowKeyboardPx(): number {
    const { display, theme } = this.#host;
    return theme.navigation.kind === 'buttons' ? display.navigationBarHeightPx : 0;
  }

  #widthPx(): number {
    const { display } = this.#host;
    if (!this.isDialog && this.spec.kind !== 'headsUp') return display.widthPx;
    return Math.min(display.widthPx, MAX_CARD_WIDTH_DP * this.density);
  }

  #top(heightPx: number): number {
    const { display } = this.#host;
    switch (this.spec.kind) {
      case 'activity':
      case 'keyguard':
      case 'shade':
      case 'statusBar':
        return 0;
      case 'headsUp':
        return display.statusBarHeightPx;
      case 'keyboard':
        return display.heightPx - heightPx - this.#barBelowKeyboardPx();
      case 'navigationBar':
        return display.heightPx - heightPx;
      case 'toast': {
        const gap = TOAST_BOTTOM_DP * this.density;
        return display.heightPx - heightPx - Math.max(gap, this.#bottomInset());
      }
      case 'dialog':
      case 'systemAlert':
        return display.heightPx - this.#bottomInset() - heightPx;
    }
  }
}
