import type { Display, PictureFormat, UiAutomation } from '../android/accessibility.ts';
import type { Clock } from '../android/clock.ts';
import type { Look } from '../profiles/profile.ts';
import { Frames } from './frames.ts';
import type { InputMethod } from './input-method.ts';
import { InputInjector } from './input/injector.ts';
import { KeyDispatcher, type SystemKeys } from './input/keys.ts';
import { Scroller } from './input/scroller.ts';
import { TouchDispatcher } from './input/touch.ts';
import { LayoutEngine } from './layout.ts';
import { Painter } from './paint/painter.ts';
import { PictureCache } from './paint/pictures.ts';
import { isSecure, Screen } from './screen.ts';
import { HeadsUps, type HeadsUp } from './system-ui/heads-up.tsx';
import { NotificationShade, type ShadeContent } from './system-ui/notification-shade.tsx';
import type { StatusBarState } from './system-ui/status-bar.tsx';
import { systemBars } from './system-ui/system-bars.tsx';
import { Toasts } from './system-ui/toasts.tsx';
import { TextEngine } from './text-layout.ts';
import { themeOf } from './themes/theme.ts';
import { ScreenAutomation } from './ui-automation.ts';
import type { UiWindowSpec, WindowHandle, WindowSpec } from './window-spec.ts';
import { WindowStack } from './window-stack.ts';

export type { HeadsUp, ShadeContent, StatusBarState, SystemKeys, WindowHandle, WindowSpec };

interface WindowManagerOptions {
  readonly display: {
    readonly widthPx: number;
    readonly heightPx: number;
    readonly densityDpi: number;
  };
  readonly look: Look;
  /** API level: decides how a secure screen answers a screenshot. */
  readonly sdk: number;
  readonly clock: Clock;
  /** IANA name, for the clock in the status bar. */
  readonly timeZone: string;
  readonly status?: () => StatusBarState;
  /** Default: always on. While off, screenshots are black and touches do nothing. */
  readonly isScreenOn?: () => boolean;
  /** Called before automation injects input; throws where the system refuses it. */
  readonly beforeInjection?: () => void;
}

/** One phone's screen: its windows, what is drawn around them, and the input they get. */
export class WindowManager {
  readonly input: InputInjector;
  readonly automation: UiAutomation;
  readonly #stack: WindowStack;
  readonly #frames: Frames;
  readonly #touch: TouchDispatcher;
  readonly #keys: KeyDispatcher;
  readonly #scroller: Scroller;
  readonly #screen: Screen;
  readonly #toasts: Toasts;
  readonly #headsUps: HeadsUps;
  readonly #shade: NotificationShade;

  constructor(options: WindowManagerOptions) {
    const { clock } = options;
    const density = options.display.densityDpi / 160;
    const engine = new TextEngine();
    const pictures = new PictureCache();
    const screenOn = options.isScreenOn ?? (() => true);
    this.#frames = new Frames(clock);
    this.#scroller = new Scroller(clock, density, (view) => {
      this.#stack.changed();
      automation.scrolled(view);
    });
    this.#stack = new WindowStack({
      display: options.display,
      theme: themeOf(options.look),
      sdk: options.sdk,
      clock,
      layout: new LayoutEngine(density, engine, pictures),
      frames: this.#frames,
      scroller: this.#scroller,
    });
    const stack = this.#stack;
    this.#keys = new KeyDispatcher(stack, screenOn);
    this.#touch = new TouchDispatcher({
      stack,
      screenOn,
      clock,
      engine,
      keys: this.#keys,
      scroller: this.#scroller,
      onPullDown: () => this.#openShade(),
    });
    this.input = new InputInjector(clock, this.#touch, this.#keys, stack.textInput);
    const painter = new Painter({ density, clock, engine, pictures });
    this.#screen = new Screen({ stack, frames: this.#frames, screenOn, clock, painter });
    const open = (spec: UiWindowSpec) => stack.open(spec);
    this.#toasts = new Toasts(clock, open);
    this.#headsUps = new HeadsUps(clock, open);
    this.#shade = new NotificationShade({
      clock,
      timeZone: options.timeZone,
      statusBarHeightDp: () => stack.display.statusBarHeightPx / density,
      open,
    });
    const automation = new ScreenAutomation({
      stack,
      frames: this.#frames,
      clock,
      sdk: options.sdk,
      input: this.input,
      touch: this.#touch,
      scroller: this.#scroller,
      toasts: this.#toasts,
      screen: this.#screen,
      openShade: () => this.#openShade(),
      beforeInjection: options.beforeInjection ?? (() => {}),
    });
    this.automation = automation;
    for (const bar of systemBars(stack, this.#keys, options)) open(bar);
  }

  get display(): Display {
    return this.#stack.display;
  }

  /** True while the soft keyboard is on screen. */
  get keyboardShown(): boolean {
    return this.#stack.keyboardShown;
  }

  /** Whether any window on screen has FLAG_SECURE. */
  get secureShown(): boolean {
    return this.#stack.topDown().some(isSecure);
  }

  setSystemKeys(keys: SystemKeys): void {
    this.#keys.systemKeys = {
      ...keys,
      home: () => {
        this.#shade.close();
        keys.home();
      },
    };
  }

  /** Gives the notification shade what it shows; without that it does not open. */
  setShadeContent(content: ShadeContent): void {
    this.#shade.content = content;
  }

  /** The soft keyboard to use; without one, fields can be typed into by keys only. */
  setInputMethod(inputMethod: InputMethod): void {
    this.#stack.inputMethod = inputMethod;
  }

  /** Adds a window of an app on top of those there are. */
  addWindow(spec: WindowSpec, shown = true): WindowHandle {
    return this.#stack.open(spec, shown);
  }

  /** Shows a toast for two seconds, after those that wait. */
  showToast(packageName: string, text: string): void {
    this.#toasts.show({ packageName, text });
  }

  /** Shows a notification at the top of the screen for five seconds. */
  showHeadsUp(notification: HeadsUp): void {
    // The open shade shows it already.
    if (!this.#shade.isOpen) this.#headsUps.show(notification);
  }

  /** Shows a call at the top of the screen until it is taken away, with `undefined`. */
  showCall(call: HeadsUp | undefined): void {
    if (call) this.#headsUps.show(call, { sticky: true });
    else this.#headsUps.stop();
  }

  /** Pulls the notification shade down, or pushes it up; whether it is down now. */
  setShade(open: boolean): boolean {
    if (open) return this.#openShade();
    this.#shade.close();
    return false;
  }

  #openShade(): boolean {
    this.#headsUps.stop();
    return this.#shade.open();
  }

  setRotation(rotation: Display['rotation']): void {
    this.#stack.rotation = rotation;
  }

  /** @param fontScale the setting `font_scale`, 1 by default */
  setFontScale(fontScale: number): void {
    this.#stack.fontScale = fontScale;
  }

  /** Renders everything anew, e.g. after the language, the battery or a network changed. */
  invalidate(): void {
    this.#stack.invalidate();
  }

  /** Calls `listener` after the picture on the screen changed; the returned function unsubscribes. */
  onFrame(listener: () => void): () => void {
    return this.#frames.onFrame(listener);
  }

  /**
   * The screen as `screencap` takes it.
   * @throws SecureScreenError where the system version refuses instead of painting black.
   */
  screenshot(format: 'png' | 'jpeg' = 'png'): Promise<Buffer> {
    return this.automation.takeScreenshot(format);
  }

  /** The screen as the person in front of it sees it: secure windows too. */
  look(format: PictureFormat): Promise<Buffer> {
    return this.#screen.capture(format, 'person');
  }

  /** Cancels every timer of the screen. */
  stop(): void {
    this.#toasts.stop();
    this.#headsUps.stop();
    this.#touch.stop();
    this.#scroller.stop();
    this.#frames.stop();
  }
}
