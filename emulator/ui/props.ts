import type { IconName } from './icons.ts';
import type { UiNode } from './jsx-runtime.ts';

/** Lengths are dp, text sizes sp, colours CSS strings. */
export interface Style {
  width?: number | `${number}%`;
  height?: number | `${number}%`;
  minHeight?: number;
  maxWidth?: number | `${number}%`;
  margin?: number;
  marginTop?: number;
  marginBottom?: number;
  marginLeft?: number;
  marginRight?: number;
  marginHorizontal?: number;
  marginVertical?: number;
  padding?: number;
  paddingTop?: number;
  paddingBottom?: number;
  paddingLeft?: number;
  paddingRight?: number;
  paddingHorizontal?: number;
  paddingVertical?: number;
  direction?: 'row' | 'column';
  justify?: 'start' | 'center' | 'end' | 'space-between' | 'space-around';
  align?: 'start' | 'center' | 'end' | 'stretch';
  alignSelf?: 'start' | 'center' | 'end' | 'stretch';
  grow?: number;
  shrink?: number;
  gap?: number;
  position?: 'absolute' | 'relative';
  top?: number;
  right?: number;
  bottom?: number;
  left?: number;
  background?: string;
  radius?: number;
  borderColor?: string;
  borderWidth?: number;
  /** Elevation shadow, dp. */
  elevation?: number;
  opacity?: number;
  color?: string;
  textSize?: number;
  fontWeight?: 400 | 500 | 700;
  textAlign?: 'start' | 'center' | 'end';
  lineHeight?: number;
  maxLines?: number;
  /** Text shrinks rather than being cut or broken within a word (autoSizeTextType="uniform"). */
  autoSize?: boolean;
  /** Text that may be longer than its view, such as a name, ends in an ellipsis on purpose. */
  ellipsize?: 'end';
}

/** A stretch of text that is drawn and tapped apart from the rest (Android's ClickableSpan). */
export interface TextSpan {
  readonly text: string;
  readonly color?: string;
  readonly onClick?: () => void;
}

/** What one finger does on a view; its place is in dp from the view's upper left corner. */
export interface ViewTouch {
  readonly action: 'down' | 'move' | 'up' | 'cancel';
  readonly x: number;
  readonly y: number;
  /** Of the view. */
  readonly height: number;
}

/** Everything a view can be told. Names follow Android's attributes. */
export interface ViewProps {
  /** Class as accessibility reports it, e.g. `android.widget.TextView`. */
  className: string;
  /** Full resource name, e.g. `com.xiaomi.account:id/input`. */
  id?: string;
  text?: string;
  /** Rich text; `text` is then their concatenation. */
  spans?: readonly TextSpan[];
  hint?: string;
  /** contentDescription */
  desc?: string;
  clickable?: boolean;
  checkable?: boolean;
  checked?: boolean;
  enabled?: boolean;
  focusable?: boolean;
  password?: boolean;
  /** The view scrolls its content vertically. */
  scrollable?: boolean;
  /** Scrolls once to where that child is on top (ListView.setSelection); a new object, once more. */
  scrollTo?: { readonly child: number };
  /** `false`: left out of the accessibility tree, as importantForAccessibility="no". */
  important?: boolean;
  /** What accessibility is told instead of the real text (a field that always reads empty: ''). */
  accessibilityText?: string;
  /** A text field: what may be typed, and how much. */
  input?: {
    readonly kind: 'text' | 'number' | 'phone' | 'password';
    readonly maxLength?: number;
    /** Label of the keyboard's action key. */
    readonly action?: 'next' | 'done' | 'search';
    readonly autoFocus?: boolean;
    /**
     * A field that only collects, as Xiaomi's VerifyCodeEditText: what is typed or set is added at
     * the end, and neither text nor caret is drawn (the cells behind the field show the digits).
     */
    readonly collects?: boolean;
  };
  /** Name of an icon of `ui/icons.ts`, drawn in `style.color`, fitted into the view. */
  icon?: IconName;
  /** Encoded picture (PNG or SVG bytes), fitted into the view. */
  image?: Buffer;
  /** What the view paints beside background and text. */
  draw?: 'spinner' | 'checkbox' | 'switch';
  style?: Style;
  onClick?: () => void;
  /** Takes whole touches (View.onTouchEvent): neither this view nor one it is in is clicked or scrolled. */
  onTouch?: (touch: ViewTouch) => void;
  onTextChange?: (text: string) => void;
  onEditorAction?: () => void;
  children?: UiNode;
}
