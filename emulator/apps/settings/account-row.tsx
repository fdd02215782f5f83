/** @jsxImportSource #ui */
import type { AndroidSystem } from '../../android/system.ts';
import type { UiNode } from '../../ui/jsx-runtime.ts';
import { COLORS } from '../../ui/theme.ts';
import { theme } from '../../ui/themes/theme.ts';
import { ImageView, LinearLayout, TextView } from '../../ui/widgets.tsx';
import { xiaomiAccount } from '../account/xiaomi-account.ts';
import type { Strings } from '../strings/index.ts';
import { ROW_IDS } from './row-ids.ts';

interface AccountHeaderProps {
  readonly system: AndroidSystem;
  readonly strings: Strings;
  onClick(): void;
}

/** The account as the first row: who is signed in, or the way to sign in. */
export function AccountHeader({ system, strings, onClick }: AccountHeaderProps): UiNode {
  const account = xiaomiAccount(system);
  const { row } = theme();
  return (
    <LinearLayout
      onClick={onClick}
      style={{
        direction: 'row',
        align: 'center',
        gap: row.gap,
        minHeight: 80,
        paddingHorizontal: row.paddingHorizontal,
      }}
    >
      <ImageView
        id={ROW_IDS.icon}
        icon="account"
        style={{
          width: 48,
          height: 48,
          padding: 10,
          radius: 24,
          background: account ? COLORS.brand : theme().colors.accentSoft,
          color: account ? COLORS.onColor : theme().colors.accent,
        }}
      />
      <LinearLayout important={false} style={{ grow: 1, shrink: 1, gap: 3, paddingVertical: 12 }}>
        <TextView
          id={ROW_IDS.title}
          text={account?.nickname ?? strings.account_sign_in}
          style={{ textSize: row.titleSize + 1, fontWeight: 500 }}
        />
        <TextView
          id={ROW_IDS.summary}
          text={account ? strings.account_signed_in_summary : strings.account_sign_in_summary}
          style={{ textSize: row.summarySize, color: COLORS.textSecondary }}
        />
      </LinearLayout>
      <ImageView
        id={ROW_IDS.arrow}
        icon="chevron-right"
        style={{ width: 20, height: 20, color: COLORS.textHint, marginRight: -4 }}
      />
    </LinearLayout>
  );
}
