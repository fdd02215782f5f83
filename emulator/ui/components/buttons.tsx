/** @jsxRuntime automatic @jsxImportSource #ui */
import type { UiNode } from '../jsx-runtime.ts';
import type { Style } from '../props.ts';
import { COLORS } from '../theme.ts';
import { theme } from '../themes/theme.ts';
import { Button, TextView } from '../widgets.tsx';

interface ButtonProps {
  readonly id?: string;
  readonly text: string;
  readonly enabled?: boolean;
  readonly onClick?: () => void;
  readonly style?: Style;
}

/** The one blue button of a page, as wide as its container. */
export function PrimaryButton(props: ButtonProps): UiNode {
  const { colors } = theme();
  const background = props.enabled === false ? colors.accentDisabled : colors.accent;
  return <FilledButton {...props} style={{ color: COLORS.onColor, background, ...props.style }} />;
}

/** A grey or framed button beside or below the blue one. */
export function SecondaryButton(props: ButtonProps): UiNode {
  const { button, colors } = theme();
  const color = props.enabled === false ? COLORS.textHint : COLORS.text;
  const face: Style =
    button.secondary === 'filled'
      ? { background: colors.field }
      : { background: COLORS.card, borderColor: colors.divider, borderWidth: 1 };
  return <FilledButton {...props} style={{ color, ...face, ...props.style }} />;
}

function FilledButton({ style, ...props }: ButtonProps): UiNode {
  const { button } = theme();
  return (
    <Button
      {...props}
      clickable
      style={{
        minHeight: button.minHeight,
        paddingHorizontal: 10,
        paddingVertical: 6,
        radius: button.radius,
        textSize: button.textSize,
        fontWeight: button.weight,
        maxLines: 3,
        autoSize: true,
        ...style,
      }}
    />
  );
}

/** Blue text that can be tapped. */
export function TextButton({ id, text, enabled, onClick, style }: ButtonProps): UiNode {
  return (
    <TextView
      id={id}
      text={text}
      enabled={enabled}
      clickable
      onClick={onClick}
      style={{
        textSize: 15,
        fontWeight: 500,
        paddingVertical: 8,
        color: enabled === false ? COLORS.textHint : theme().colors.accent,
        ...style,
      }}
    />
  );
}
