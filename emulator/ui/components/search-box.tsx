/** @jsxRuntime automatic @jsxImportSource #ui */
import type { UiNode } from '../jsx-runtime.ts';
import { COLORS } from '../theme.ts';
import { theme } from '../themes/theme.ts';
import { ImageView, LinearLayout } from '../widgets.tsx';

interface SearchBoxProps {
  /** For a box that opens a page of its own. */
  readonly onClick?: () => void;
  /** Of the text in it. */
  readonly children: UiNode;
}

/** A grey box with a magnifier, above what can be searched. */
export function SearchBox({ onClick, children }: SearchBoxProps): UiNode {
  const { bar, colors, pageMargin, searchBox } = theme();
  return (
    <LinearLayout
      onClick={onClick}
      style={{
        direction: 'row',
        align: 'center',
        gap: 10,
        justify: searchBox.textAlign,
        minHeight: searchBox.height,
        marginHorizontal: pageMargin,
        marginTop: bar.line ? 10 : 0,
        marginBottom: 14,
        paddingHorizontal: 16,
        radius: searchBox.radius,
        background: colors.searchBox,
      }}
    >
      <ImageView
        icon="magnify"
        important={false}
        style={{ width: 20, height: 20, color: COLORS.textSecondary }}
      />
      {children}
    </LinearLayout>
  );
}
