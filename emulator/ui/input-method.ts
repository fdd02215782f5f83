import type { UiNode } from './jsx-runtime.ts';
import type { ViewProps } from './props.ts';

/** The text field an input method types into (android.view.inputmethod.InputConnection). */
export interface InputConnection {
  readonly input: NonNullable<ViewProps['input']>;
  commitText(text: string): void;
  deleteBackward(): void;
  /** The keyboard's action key: next, done, search. */
  performAction(): void;
  hide(): void;
}

/** A soft keyboard. Registered with `WindowManager.setInputMethod`. */
export interface InputMethod {
  readonly packageName: string;
  /** False: no soft keyboard is shown, e.g. because the person chose another input method. */
  readonly enabled: boolean;
  /** FLAG_SECURE on its window while it serves the field it was started for. */
  readonly secure?: boolean;
  /** Called when the keyboard opens for a field; `invalidate` renders the keyboard again. */
  start(connection: InputConnection, invalidate: () => void): void;
  /** The keys; the window is as high as what is rendered, which is `maxHeightDp` at most. */
  render(maxHeightDp: number): UiNode;
}
