/** @jsxRuntime automatic @jsxImportSource #ui */
import type { IconName } from '../icons.ts';
import type { UiNode } from '../jsx-runtime.ts';
import { COLORS } from '../theme.ts';
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
  /** Tile behind the icon, as Settings has them; without it the icon is drawn in plain ink. */
  readonly iconBackground?: string;
  readonly enabled?: boolean;
}

function RowIcon({ icon, iconBackground, ids }: RowContent): UiNode {
  if (!icon) return null;
  return (
    <ImageView
      id={ids?.icon}
      icon={icon}
      style={
        iconBackground
          ? {
              width: 32,
              height: 32,
              radius: 10,
              padding: 6,
              background: iconBackground,
              color: COLORS.onColor,
            }
          : { width: 24, height: 24, color: COLORS.text }
      }
    />
  );
}

function RowTexts({ title, summary, ids, enabled }: RowContent): UiNode {
  return (
    <LinearLayout
      important={false}
      style={{ grow: 1, shrink: 1, justify: 'center', gap: 2, paddingVertical: 12 }}
    >
      <TextView
        id={ids?.title}
        text={title}
        style={{
          textSize: 16,
          fontWeight: 500,
          color: enabled === false ? COLORS.textHint : COLORS.text,
        }}
      />
      {summary ? (
        <TextView
          id={ids?.summary}
          text={summary}
          style={{ textSize: 13, color: COLORS.textSecondary }}
        />
      ) : null}
    </LinearLayout>
  );
}

const ROW_STYLE = {
  direction: 'row',
  align: 'center',
  gap: 14,
  minHeight: 58,
  paddingHorizontal: 16,
} as const;

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
    <LinearLayout id={ids?.row} onClick={onClick} enabled={enabled} style={ROW_STYLE}>
      <RowIcon {...props} />
      <RowTexts {...props} />
      {value === undefined ? null : (
        <TextView
          id={ids?.value}
          text={value}
          style={{
            textSize: 14,
            color: COLORS.textSecondary,
            maxLines: 1,
            maxWidth: '45%',
            shrink: 0,
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
      style={ROW_STYLE}
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
