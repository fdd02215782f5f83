/** @jsxRuntime automatic @jsxImportSource #ui */
import type { UiNode } from '../jsx-runtime.ts';
import { COLORS } from '../theme.ts';
import { theme } from '../themes/theme.ts';
import { CheckedTextView, ImageView, LinearLayout } from '../widgets.tsx';

interface ChoiceRowProps {
  readonly ids?: { readonly title?: string };
  readonly title: string;
  readonly checked: boolean;
  readonly onClick: () => void;
}

/** One of several choices; the one that holds is in the accent colour, with a tick. */
export function ChoiceRow({ ids, title, checked, onClick }: ChoiceRowProps): UiNode {
  const { colors, row } = theme();
  return (
    <LinearLayout
      onClick={onClick}
      style={{
        direction: 'row',
        align: 'center',
        gap: row.gap,
        minHeight: row.minHeight,
        paddingHorizontal: row.paddingHorizontal,
      }}
    >
      <CheckedTextView
        id={ids?.title}
        text={title}
        checked={checked}
        style={{
          grow: 1,
          shrink: 1,
          marginVertical: row.paddingVertical,
          textSize: row.titleSize,
          fontWeight: row.titleWeight,
          color: checked ? colors.accent : COLORS.text,
        }}
      />
      {checked ? (
        <ImageView
          icon="check"
          important={false}
          style={{ width: 22, height: 22, color: colors.accent }}
        />
      ) : null}
    </LinearLayout>
  );
}
