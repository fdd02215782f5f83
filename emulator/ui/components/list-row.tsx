/** @jsxRuntime automatic @jsxImportSource #ui */
import type { IconName } from '../icons.ts';
import type { UiNode } from '../jsx-runtime.ts';
import type { Style } from '../props.ts';
import { COLORS } from '../theme.ts';
import { theme } from '../themes/theme.ts';
import { ImageView, LinearLayout, Switch, TextView } from '../widgets.tsx';

/** Resource names of a row's parts; a part without one is shown without an id. */
interface RowIds {
  readonly row?: string;
  readonly icon?: string;
  readonly title?: string;
  readonly summary?: string;
  readonly value?: string;
  readonly arrow?: string;
  readonly switch?: string;
}

interface RowContent {
  readonly ids?: RowIds;
  readonly title: string;
  readonly summary?: string;
  readonly icon?: IconName;
  /** Colour of the icon or of its tile, as Settings has them; default: plain ink, no tile. */
  readonly iconColor?: string;
  readonly enabled?: boolean;
}

function RowIcon({ icon, iconColor, ids }: RowContent): UiNode {
  if (!icon) return null;
  return <ImageView id={ids?.icon} icon={icon} style={iconStyle(iconColor)} />;
}

function iconStyle(color: string | undefined): Style {
  const { size, tile } = theme().row.icon;
  if (color === undefined) return { width: 24, height: 24, color: COLORS.text };
  if (!tile) return { width: size, height: size, color };
  return { width: size, height: size, ...tile, background: color, color: COLORS.onColor };
}

function RowTexts({ title, summary, ids, enabled }: RowContent): UiNode {
  const { row } = theme();
  return (
    <LinearLayout
      important={false}
      style={{
        grow: 1,
        shrink: 1,
        justify: 'center',
        gap: 2,
        paddingVertical: row.paddingVertical,
      }}
    >
      <TextView
        id={ids?.title}
        text={title}
        style={{
          textSize: row.titleSize,
          fontWeight: row.titleWeight,
          autoSize: true,
          color: enabled === false ? COLORS.textHint : COLORS.text,
        }}
      />
      {summary ? (
        <TextView
          id={ids?.summary}
          text={summary}
          style={{
            textSize: row.summarySize,
            color: enabled === false ? COLORS.textHint : COLORS.textSecondary,
          }}
        />
      ) : null}
    </LinearLayout>
  );
}

function rowStyle(): Style {
  const { gap, minHeight, paddingHorizontal } = theme().row;
  return { direction: 'row', align: 'center', gap, minHeight, paddingHorizontal };
}

interface ListRowProps extends RowContent {
  /** Grey text at the right end. */
  readonly value?: string;
  /** Default true. */
  readonly arrow?: boolean;
  readonly onClick?: () => void;
}

/** A row of a list: icon, title over summary, value, arrow. */
export function ListRow(props: ListRowProps): UiNode {
  const { ids, value, arrow, onClick, enabled } = props;
  return (
    <LinearLayout id={ids?.row} onClick={onClick} enabled={enabled} style={rowStyle()}>
      <RowIcon {...props} />
      <RowTexts {...props} />
      {value === undefined ? null : (
        <TextView
          id={ids?.value}
          text={value}
          style={{
            textSize: 14,
            color: COLORS.textSecondary,
            maxLines: 2,
            ellipsize: 'end',
            maxWidth: '50%',
            shrink: 0,
            textAlign: 'end',
          }}
        />
      )}
      {arrow === false ? null : (
        <ImageView
          id={ids?.arrow}
          icon="chevron-right"
          style={{ width: 20, height: 20, color: COLORS.textHint, marginLeft: -8, marginRight: -4 }}
        />
      )}
    </LinearLayout>
  );
}

interface SwitchRowProps extends RowContent {
  readonly checked: boolean;
  readonly onToggle: (checked: boolean) => void;
}

/** A row that ends in a switch; a tap anywhere on it toggles. */
export function SwitchRow(props: SwitchRowProps): UiNode {
  const { ids, checked, onToggle, enabled } = props;
  return (
    <LinearLayout
      id={ids?.row}
      clickable
      enabled={enabled}
      onClick={() => onToggle(!checked)}
      style={rowStyle()}
    >
      <RowIcon {...props} />
      <RowTexts {...props} />
      <Switch
        id={ids?.switch}
        checked={checked}
        enabled={enabled}
        onClick={() => onToggle(!checked)}
      />
    </LinearLayout>
  );
}
