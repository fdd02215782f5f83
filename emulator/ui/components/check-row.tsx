/** @jsxRuntime automatic @jsxImportSource #ui */
import type { UiNode } from '../jsx-runtime.ts';
import { COLORS } from '../theme.ts';
import { theme } from '../themes/theme.ts';
import { CheckBox, LinearLayout, TextView } from '../widgets.tsx';

interface CheckRowProps {
  readonly title: string;
  readonly summary?: string;
  readonly checked: boolean;
  readonly onToggle: (checked: boolean) => void;
}

/** A row of a list that ends in a check box; a tap anywhere on it toggles. */
export function CheckRow({ title, summary, checked, onToggle }: CheckRowProps): UiNode {
  const { row } = theme();
  return (
    <LinearLayout
      clickable
      onClick={() => onToggle(!checked)}
      style={{
        direction: 'row',
        align: 'center',
        gap: row.gap,
        minHeight: row.minHeight,
        paddingHorizontal: row.paddingHorizontal,
      }}
    >
      <LinearLayout
        important={false}
        style={{ grow: 1, shrink: 1, gap: 2, paddingVertical: row.paddingVertical }}
      >
        <TextView id="android:id/title" text={title} style={{ textSize: row.titleSize }} />
        {summary === undefined ? null : (
          <TextView
            id="android:id/summary"
            text={summary}
            style={{ textSize: row.summarySize, color: COLORS.textSecondary }}
          />
        )}
      </LinearLayout>
      <CheckBox id="android:id/checkbox" checked={checked} onClick={() => onToggle(!checked)} />
    </LinearLayout>
  );
}
