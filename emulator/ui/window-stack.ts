import type { Display } from '../android/accessibility.ts';
import type { Clock } from '../android/clock.ts';
import { textScaleOf, type TextScale } from './font-scale.ts';
import type { Frames } from './frames.ts';
import type { InputMethod } from './input-method.ts';
import type { Scroller } from './input/scroller.ts';
import { TextInput } from './input/text-input.ts';
import type { LayoutEngine } from './layout.ts';
import { Reconciler } from './reconciler.ts';
import type { Theme } from './themes/theme.ts';
import { WINDOW_RANKS, type UiWindowSpec } from './window-spec.ts';
import { UiWindow, type WindowHost } from './window.tsx';
import type { View } from './view.ts';

interface WindowStackOptions {
  readonly display: {
    readonly widthPx: number;
    readonly heightPx: number;
    readonly densityDpi: number;
  };
  readonly theme: Theme;
  /** API level */
  readonly sdk: number;
  readonly clock: Clock;
  readonly layout: LayoutEngine;
  readonly frames: Frames;
  readonly scroller: Scroller;
}

/** A render that invalidates its own window for ever is a mistake of the app's. */
const MAX_RENDERS = 20;
/** How often what a window shows of the world outside (the time) is looked at. */
const STAMP_CHECK_MS = 1000;

/** The windows on one screen: their order, the focus, the keyboard, and what must be rendered. */
export class WindowStack implements WindowHost {
  readonly reconciler = new Reconciler();
  readonly textInput: TextInput;
  readonly #options: WindowStackOptions;
  readonly #stamps = new WeakMap<UiWindow, string>();
  #windows: UiWindow[] = [];
  #keyboard: UiWindow | undefined;
  #inputMethod: InputMethod | undefined;
  /** How the person turned the screen. */
  #userRotation: Display['rotation'] = 0;
  /** How the screen is turned, which the activity in front may decide. */
  #rotation: Display['rotation'] = 0;
  #lastId = 0;
  #generation = 0;
  #settling = false;
  #pending = false;
  #stampsCheckedAtMs = -Infinity;
  #toReveal: View | null = null;
  #textScale: TextScale = (sp) => sp;

  constructor(options: WindowStackOptions) {
    this.#options = options;
    this.textInput = new TextInput(this);
  }

  get layout(): LayoutEngine {
    return this.#options.layout;
  }

  get theme(): Theme {
    return this.#options.theme;
  }

  get display(): Display {
    const { statusBar, navigation } = this.theme;
    const { widthPx, heightPx, densityDpi } = this.#options.display;
    const turned = this.#rotation % 2 === 1;
    const density = densityDpi / 160;
    return {
      widthPx: turned ? heightPx : widthPx,
      heightPx: turned ? widthPx : heightPx,
      densityDpi,
      rotation: this.#rotation,
      statusBarHeightPx: statusBar.height * density,
      navigationBarHeightPx: navigation.height * density,
    };
  }

  get textScale(): TextScale {
    return this.#textScale;
  }

  /** The setting `font_scale`. */
  set fontScale(fontScale: number) {
    this.#textScale = textScaleOf(fontScale, this.#options.sdk);
    this.invalidate();
  }

  set rotation(rotation: Display['rotation']) {
    this.#userRotation = rotation;
    this.#turn();
  }

  /** The notification shade, else the topmost activity or dialog: it gets the keys. */
  get focusedWindow(): UiWindow | undefined {
    return this.#windows.findLast((window) => window.shown && window.takesFocus);
  }

  /** The activity in front, below any dialog, or the keyguard above it. */
  get frontActivity(): UiWindow | undefined {
    return this.#windows.findLast((window) => window.shown && window.fills);
  }

  get keyboardShown(): boolean {
    this.settle();
    return this.#keyboard !== undefined;
  }

  get keyboardHeightPx(): number {
    return this.#keyboard?.root.frame.height ?? 0;
  }

  set inputMethod(inputMethod: InputMethod) {
    this.#inputMethod = inputMethod;
  }

  /** A number that was not given out before on this screen, for windows and views. */
  nextId(): number {
    this.#lastId += 1;
    return this.#lastId;
  }

  open(spec: UiWindowSpec, shown = true): UiWindow {
    const window = new UiWindow(this, spec, shown);
    this.#windows.push(window);
    this.#windows.sort((a, b) => WINDOW_RANKS[a.spec.kind] - WINDOW_RANKS[b.spec.kind]);
    this.changed();
    this.focusMayHaveMoved();
    return window;
  }

  removeWindow(window: UiWindow): void {
    this.#windows = this.#windows.filter((other) => other !== window);
    this.changed();
    this.focusMayHaveMoved();
  }

  /** Windows on screen, topmost first. */
  topDown(): readonly UiWindow[] {
    return this.#windows.filter((window) => window.shown).reverse();
  }

  layerOf(window: UiWindow): number {
    return this.#windows.indexOf(window);
  }

  /** Renders every window anew. */
  invalidate(): void {
    for (const window of this.#windows) window.dirty = true;
    this.changed();
  }

  get generation(): number {
    return this.#generation;
  }

  changed(): void {
    this.#pending = true;
    this.#generation += 1;
    this.#options.frames.changed();
  }

  focusMayHaveMoved(): void {
    this.#turn();
    this.textInput.follow();
  }

  /** Renders and lays out every window that needs it. */
  settle(): void {
    const nowMs = this.#options.clock.now();
    const stampsDue = nowMs - this.#stampsCheckedAtMs >= STAMP_CHECK_MS;
    if (this.#settling || !(this.#pending || stampsDue)) return;
    this.#settling = true;
    this.#stampsCheckedAtMs = nowMs;
    try {
      this.#renderUntilClean();
      this.#pending = false;
    } finally {
      this.#settling = false;
    }
    const revealed = this.#toReveal;
    this.#toReveal = null;
    if (revealed) this.#options.scroller.bringIntoView(revealed);
  }

  /** The keyboard opened, closed, or serves another field. */
  keyboardChanged(): void {
    const { served } = this.textInput;
    const inputMethod = this.#inputMethod;
    this.#keyboard?.remove();
    this.#keyboard = undefined;
    if (served && inputMethod?.enabled) {
      inputMethod.start(this.textInput, () => this.#keyboard?.invalidate());
      this.#keyboard = this.open({
        kind: 'keyboard',
        packageName: inputMethod.packageName,
        title: 'InputMethod',
        secure: () => inputMethod.secure ?? false,
        render: () => inputMethod.render(this.#keyboardRoomDp()),
      });
      this.#toReveal = served;
    }
    this.invalidate();
  }

  #turn(): void {
    const upright = this.frontActivity?.spec.orientation === 'portrait';
    const rotation = upright ? 0 : this.#userRotation;
    if (rotation === this.#rotation) return;
    this.#rotation = rotation;
    this.invalidate();
  }

  /** The keyboard leaves half of the screen to the app. */
  #keyboardRoomDp(): number {
    const { heightPx, densityDpi } = this.display;
    return (heightPx / 2) * (160 / densityDpi);
  }

  #renderUntilClean(): void {
    for (let renders = 0; renders < MAX_RENDERS; renders += 1) {
      this.textInput.follow();
      this.#checkStamps();
      const dirty = this.topDown().filter((window) => window.dirty);
      // From the top: the keyboard's height decides how much room the others have.
      for (const window of dirty) {
        try {
          window.update();
        } finally {
          this.#generation += 1;
        }
      }
      const field = this.focusedWindow?.takeAutoFocus();
      if (field) this.textInput.focus(field, { keyboard: true });
      else if (dirty.length === 0) return;
    }
    throw new Error('a screen invalidates itself each time it is rendered');
  }

  #checkStamps(): void {
    for (const window of this.topDown()) {
      const stamp = window.spec.stamp?.();
      if (stamp === undefined || stamp === this.#stamps.get(window)) continue;
      this.#stamps.set(window, stamp);
      window.invalidate();
    }
  }
}
