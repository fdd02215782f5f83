/** @jsxRuntime automatic @jsxImportSource #ui */
import type { UiNode } from './jsx-runtime.ts';
import type { Style, ViewProps } from './props.ts';
import { COLORS } from './theme.ts';
import { theme } from './themes/theme.ts';

/**
 * Android's layout elements and widgets, each with the class name that accessibility reports and a
 * plain default look. A `style` given by the caller is merged over the default.
 *
 * Layout is flexbox: a `FrameLayout` stacks its children downwards, and a child
 * that should lie over the others is placed with `position: 'absolute'`.
 */
type WidgetProps = Omit<ViewProps, 'className'> & { className?: string };

function widget(className: string, style: Style, defaults: Omit<WidgetProps, 'style'> = {}) {
  return (props: WidgetProps): UiNode => (
    <view
      {...defaults}
      {...props}
      className={props.className ?? className}
      style={props.style ? { ...style, ...props.style } : style}
    />
  );
}

const TEXT: Style = { color: COLORS.text, textSize: 16 };

export const View = widget('android.view.View', {});
export const FrameLayout = widget('android.widget.FrameLayout', { direction: 'column' });
/** Vertical unless `style.direction` is `row`. */
export const LinearLayout = widget('android.widget.LinearLayout', { direction: 'column' });

/** Scrolls its content; children out of sight stay in the tree. Grows into the room there is. */
export const ScrollView = widget(
  'android.widget.ScrollView',
  { direction: 'column', grow: 1, shrink: 1 },
  { scrollable: true },
);

/** Scrolls rows; rows out of sight are not in the accessibility tree, as on Android. */
export const RecyclerView = widget(
  'androidx.recyclerview.widget.RecyclerView',
  { direction: 'column', grow: 1, shrink: 1 },
  { scrollable: true, focusable: true },
);

/** The older list; its rows out of sight are not in the accessibility tree either. */
export const ListView = widget(
  'android.widget.ListView',
  { direction: 'column', grow: 1, shrink: 1 },
  { scrollable: true, focusable: true },
);

export const TextView = widget('android.widget.TextView', TEXT);

/** A text that is chosen or not; what is tapped is the row around it. */
export const CheckedTextView = widget('android.widget.CheckedTextView', TEXT, {
  checkable: true,
  clickable: false,
});

/**
 * A text field. With `text` it shows exactly that after every render (update your state in
 * `onTextChange`); without `text` it keeps what was typed.
 */
export const EditText = widget('android.widget.EditText', TEXT, { input: { kind: 'text' } });

export const Button = widget('android.widget.Button', {
  ...TEXT,
  fontWeight: 500,
  textAlign: 'center',
  paddingHorizontal: 16,
  paddingVertical: 12,
});

/** Checked state is the caller's: change it in `onClick`. Its box is drawn before its text. */
export const CheckBox = widget(
  'android.widget.CheckBox',
  { ...TEXT, width: 22, height: 22 },
  { checkable: true, draw: 'checkbox' },
);

const SwitchView = widget('android.widget.Switch', {}, { checkable: true, draw: 'switch' });

/** Checked state is the caller's: change it in `onClick`. */
export function Switch({ style, ...props }: WidgetProps): UiNode {
  const { width, height } = theme().switch;
  return <SwitchView {...props} style={{ width, height, ...style }} />;
}

export const ImageView = widget('android.widget.ImageView', {});

const Spinner = widget(
  'android.widget.ProgressBar',
  { width: 24, height: 24 },
  { draw: 'spinner' },
);

/** A spinning circle in `style.color`. */
export function ProgressBar({ style, ...props }: WidgetProps): UiNode {
  return <Spinner {...props} style={{ color: theme().colors.accent, ...style }} />;
}
