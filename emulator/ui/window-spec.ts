import type { UiNode } from './jsx-runtime.ts';

/** A window of an app. */
export interface WindowSpec {
  readonly packageName: string;
  readonly title: string;
  /**
   * An activity fills the screen; a dialog rises from its lower end, as high as what it renders,
   * over a dimmed screen. The keyguard fills it above both.
   */
  readonly kind: 'activity' | 'dialog' | 'keyguard';
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
  keyboard: 1,
  keyguard: 2,
  toast: 3,
  shade: 4,
  statusBar: 5,
  navigationBar: 6,
  headsUp: 7,
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
