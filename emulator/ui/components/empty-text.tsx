/** @jsxRuntime automatic @jsxImportSource #ui */
import type { UiNode } from '../jsx-runtime.ts';
import { COLORS } from '../theme.ts';
import { theme } from '../themes/theme.ts';
import { TextView } from '../widgets.tsx';

/** Says in the middle of a page that there is nothing on it. */
export function EmptyText({ text }: { text: string }): UiNode {
  return (
    <TextView
      text={text}
      style={{
        textSize: 15,
        textAlign: 'center',
        color: COLORS.textSecondary,
        marginHorizontal: theme().textMargin,
        marginVertical: 72,
      }}
    />
  );
}
