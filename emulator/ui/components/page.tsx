/** @jsxRuntime automatic @jsxImportSource #ui */
import type { UiNode } from '../jsx-runtime.ts';
import type { Style } from '../props.ts';
import { COLORS, SIZES } from '../theme.ts';
import { ImageView, LinearLayout, TextView } from '../widgets.tsx';

interface PageProps {
  readonly id?: string;
  readonly style?: Style;
  readonly children?: UiNode;
}

/** Fills the screen with the system's light grey; its background reaches under the status bar. */
export function Page({ id, style, children }: PageProps): UiNode {
  return (
    <LinearLayout id={id} style={{ grow: 1, shrink: 1, background: COLORS.page, ...style }}>
      {children}
    </LinearLayout>
  );
}

interface AppBarProps {
  readonly title?: string;
  readonly titleId?: string;
  readonly backId?: string;
  /** contentDescription of the back arrow. */
  readonly backLabel?: string;
  /** Without it no arrow is shown. */
  readonly onBack?: () => void;
}

/** The bar on top of a page: back arrow and small title. */
export function AppBar(props: AppBarProps): UiNode {
  return (
    <LinearLayout
      style={{ direction: 'row', align: 'center', height: 52, paddingHorizontal: 16, gap: 8 }}
    >
      {props.onBack ? (
        <ImageView
          id={props.backId}
          icon="arrow-left"
          desc={props.backLabel}
          onClick={props.onBack}
          style={{ width: 40, height: 40, padding: 7, marginLeft: -8, color: COLORS.text }}
        />
      ) : null}
      <TextView
        id={props.titleId}
        text={props.title ?? ''}
        important={Boolean(props.title)}
        style={{ grow: 1, shrink: 1, textSize: 18, fontWeight: 500, maxLines: 1 }}
      />
    </LinearLayout>
  );
}

/** The large title at the left, below the bar. */
export function LargeTitle({ text, id }: { text: string; id?: string }): UiNode {
  return (
    <TextView
      id={id}
      text={text}
      style={{ textSize: 32, marginHorizontal: 28, marginTop: 4, marginBottom: 14 }}
    />
  );
}

/**
 * A white card with round corners. Without an id it is mere decoration, as on the phone: for
 * accessibility its rows are children of the list it stands in.
 */
export function Card({ id, style, children }: PageProps): UiNode {
  return (
    <LinearLayout
      id={id}
      important={id !== undefined}
      style={{
        marginHorizontal: SIZES.pageMargin,
        marginBottom: 12,
        background: COLORS.card,
        radius: SIZES.cardRadius,
        ...style,
      }}
    >
      {children}
    </LinearLayout>
  );
}
