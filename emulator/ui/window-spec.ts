import type { UiNode } from './jsx-runtime.ts';

/** A window of an app. */
export interface WindowSpec {
  readonly packageName: string;
  readonly title: string;
  /**
   * An activity fills the screen; a dialog rises from its lower end, as high as what it renders,
   * over a dimmed screen. A system alert is a dialog of no activity's, which stays above all of them
   * (TYPE_SYSTEM_ALERT). The keyguard fills the screen above these.
   */
  readonly kind: 'activity' | 'dialog' | 'systemAlert' | 'keyguard';
  /** Of an activity that looks the same however the phone is held. */
  readonly orientation?: 'portrait' | undefined;
  /** FLAG_SECURE */
  secure(): boolean;
  render(): UiNode;
  /** Back was pressed, or a touch fell beside a dialog's panel (`outside`). */
  onBack(cause: 'key' | 'outside'): void;
  /** A finger went up the keyguard. */
  onSwipeUp?(): void;
}

export interface WindowHandle {
  /** Renders the window again before it is looked at next. */
  invalidate(): void;
  /** A hidden window is neither painted nor reported; its views count as detached. */
  setShown(shown: boolean): void;
  /** Closes the keyboard if it is this window's; it does not come back with the focus. */
  hideKeyboard(): void;
  remove(): void;
}

/** Kinds of windows, from the bottom of the screen up; dialogs stand among the activities. */
export const WINDOW_RANKS = {
  activity: 0,
  dialog: 0,
  systemAlert: 1,
  keyboard: 2,
  keyguard: 3,
  toast: 4,
  shade: 5,
  statusBar: 6,
  navigationBar: 7,
  headsUp: 8,
} as const;

export type WindowKind = keyof typeof WINDOW_RANKS;

/** Any window, the system's own included. */
export interface UiWindowSpec {
  readonly kind: WindowKind;
  readonly packageName: string;
  readonly title: string | null;
  readonly orientation?: 'portrait' | undefined;
  secure?(): boolean;
  render(): UiNode;
  onBack?(cause: 'key' | 'outside'): void;
  onSwipeUp?(): void;
  /** 0 … 1, at the time of painting. */
  opacity?(): number;
  /** What the window shows of the world outside: it is rendered anew when this changes. */
  stamp?(): string;
}
