/** @jsxRuntime automatic @jsxImportSource #ui */
import type { UiNode } from '../jsx-runtime.ts';
import type { Style } from '../props.ts';
import { COLORS, SIZES } from '../theme.ts';
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
  const background = props.enabled === false ? COLORS.accentDisabled : COLORS.accent;
  return <FilledButton {...props} style={{ color: COLORS.onColor, background, ...props.style }} />;
}

/** A grey button beside or below the blue one. */
export function SecondaryButton(props: ButtonProps): UiNode {
  const color = props.enabled === false ? COLORS.textHint : COLORS.text;
  return <FilledButton {...props} style={{ color, background: COLORS.field, ...props.style }} />;
}

function FilledButton({ style, ...props }: ButtonProps): UiNode {
  return (
    <Button
      {...props}
      clickable
      style={{
        height: 50,
        paddingVertical: 0,
        radius: SIZES.buttonRadius,
        textSize: 16,
        fontWeight: 500,
        maxLines: 1,
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
        color: enabled === false ? COLORS.textHint : COLORS.accent,
        ...style,
      }}
    />
  );
}
