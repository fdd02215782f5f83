/** @jsxRuntime automatic @jsxImportSource #ui */
import type { IconName } from '../icons.ts';
import type { UiNode } from '../jsx-runtime.ts';
import { COLORS } from '../theme.ts';
import { theme } from '../themes/theme.ts';
import { ImageView } from '../widgets.tsx';

interface FloatingButtonProps {
  readonly id?: string;
  readonly icon: IconName;
  /** contentDescription. Without one the button is a picture only. */
  readonly desc?: string;
  readonly onClick?: () => void;
}

/** The round button over the lower right corner of a list. */
export function FloatingButton({ id, icon, desc, onClick }: FloatingButtonProps): UiNode {
  const { colors, look } = theme();
  return (
    <ImageView
      id={id}
      icon={icon}
      desc={desc}
      important={desc !== undefined}
      onClick={onClick}
      style={{
        position: 'absolute',
        right: 24,
        bottom: look === 'miui-10' ? 24 : 40,
        width: 56,
        height: 56,
        padding: 15,
        radius: 28,
        elevation: 6,
        background: colors.accent,
        color: COLORS.onColor,
      }}
    />
  );
}
