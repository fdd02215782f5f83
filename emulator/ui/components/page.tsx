/** @jsxRuntime automatic @jsxImportSource #ui */
import type { UiNode } from '../jsx-runtime.ts';
import type { Style } from '../props.ts';
import { COLORS } from '../theme.ts';
import { theme } from '../themes/theme.ts';
import { ImageView, LinearLayout, TextView, View } from '../widgets.tsx';

interface PageProps {
  readonly id?: string;
  readonly style?: Style;
  readonly children?: UiNode;
}

/** Fills the screen; its background reaches under the status bar. */
export function Page({ id, style, children }: PageProps): UiNode {
  return (
    <LinearLayout id={id} style={{ grow: 1, shrink: 1, background: theme().colors.page, ...style }}>
      {children}
    </LinearLayout>
  );
}

/** A hairline, as wide as its container. */
export function Divider({ style }: { style?: Style }): UiNode {
  return (
    <View important={false} style={{ height: 0.5, background: theme().colors.divider, ...style }} />
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
  /** Stands at the right end. */
  readonly end?: UiNode;
}

/** The bar on top of a page: back arrow and small title. */
export function AppBar(props: AppBarProps): UiNode {
  const { bar } = theme();
  return (
    <LinearLayout important={false}>
      <LinearLayout
        style={{
          direction: 'row',
          align: 'center',
          minHeight: bar.height,
          paddingHorizontal: 16,
          gap: 8,
        }}
      >
        {props.onBack ? (
          <ImageView
            id={props.backId}
            icon={bar.line ? 'chevron-left' : 'arrow-left'}
            desc={props.backLabel}
            onClick={props.onBack}
            style={{ width: 40, height: 40, padding: 7, marginLeft: -8, color: COLORS.text }}
          />
        ) : null}
        <TextView
          id={props.titleId}
          text={props.title ?? ''}
          important={Boolean(props.title)}
          style={{
            grow: 1,
            shrink: 1,
            textSize: bar.titleSize,
            fontWeight: bar.titleWeight,
            marginLeft: props.onBack || !props.title ? 0 : 4,
            maxLines: 2,
            autoSize: true,
          }}
        />
        {props.end}
      </LinearLayout>
      {bar.line && props.title ? <Divider /> : null}
    </LinearLayout>
  );
}

/** The large title at the left, below the bar. */
function LargeTitle({ text, id }: { text: string; id?: string }): UiNode {
  const { textMargin, title } = theme();
  return (
    <TextView
      id={id}
      text={text}
      style={{
        textSize: title.size,
        autoSize: true,
        marginHorizontal: textMargin,
        marginTop: 4,
        marginBottom: 14,
      }}
    />
  );
}

interface PageHeaderProps extends Omit<AppBarProps, 'titleId'> {
  readonly title: string;
  readonly titleIds?: {
    /** Of the title in the bar. */
    readonly bar?: string | undefined;
    /** Of the large title below it. */
    readonly large?: string | undefined;
  };
}

/** Bar and title of a page: a large title below the bar, or the title in it, as the look has it. */
export function PageHeader({ title, titleIds, ...bar }: PageHeaderProps): UiNode {
  if (!theme().title.large) return <AppBar {...bar} title={title} titleId={titleIds?.bar} />;
  return (
    <LinearLayout important={false}>
      <AppBar {...bar} />
      <LargeTitle text={title} id={titleIds?.large} />
    </LinearLayout>
  );
}

interface CardProps extends PageProps {
  /** Grey text above the group. */
  readonly caption?: string;
  /** `false`: the last group of a page, after which no line is drawn. */
  readonly line?: boolean;
}

/**
 * A group of rows: a white card, or rows on the page that end in a line. Without an id it is mere
 * decoration, as on the phone: for accessibility its rows are children of the list it stands in.
 */
export function Card({ id, caption, line, style, children }: CardProps): UiNode {
  const { colors, group, row } = theme();
  return (
    <LinearLayout
      id={id}
      important={id !== undefined}
      style={{
        marginHorizontal: group.marginHorizontal,
        marginBottom: group.marginBottom,
        background: colors.group,
        radius: group.radius,
        ...style,
      }}
    >
      {caption === undefined ? null : (
        <TextView
          text={caption}
          style={{
            textSize: row.summarySize,
            color: COLORS.textSecondary,
            marginHorizontal: row.paddingHorizontal,
            marginTop: 12,
            marginBottom: 4,
          }}
        />
      )}
      {children}
      {group.line && line !== false ? (
        <Divider style={{ marginTop: group.marginBottom, marginHorizontal: LINE_MARGIN }} />
      ) : null}
    </LinearLayout>
  );
}

const LINE_MARGIN = 20;
