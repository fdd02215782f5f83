import type { Rect } from '../android/accessibility.ts';
import type { TextScale } from './font-scale.ts';
import type { View } from './view.ts';

/** What a view asks of the window it lives in. */
export interface ViewOwner {
  readonly packageName: string;
  readonly shown: boolean;
  readonly bounds: Rect;
  /** Pixels a dp. */
  readonly density: number;
  /** Height of the strip below the content, under the navigation pill, where lists shine through. */
  readonly seeThroughPx: number;
  /** How large text is set. */
  readonly textScale: TextScale;
  /** Whether the window gets the keys. */
  readonly focused: boolean;
  readonly root: View;
  /** Another number whenever places of views may have changed: what was worked out holds no more. */
  readonly generation: number;
  focusedView: View | null;
  /** The field the soft keyboard is open for while the window has the focus. */
  keyboardField: View | null;
  nextViewId(): number;
  /** Renders and lays out what was invalidated, so that the view answers for now. */
  settle(): void;
  /** Has the window rendered and laid out again before it is looked at next. */
  invalidate(): void;
}
