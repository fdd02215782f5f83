/** @jsxImportSource #ui */
import type { UiNode } from '../../../../ui/jsx-runtime.ts';
import { COLORS } from '../../../../ui/theme.ts';
import { ImageView, LinearLayout, TextView } from '../../../../ui/widgets.tsx';
import { format, type Strings } from '../../../strings/index.ts';

interface AccountCardProps {
  readonly strings: Strings;
  readonly account: { readonly id: string; readonly nickname: string };
}

/** An account by its picture, nickname and id. */
export function AccountCard({ strings, account }: AccountCardProps): UiNode {
  return (
    <LinearLayout
      important={false}
      style={{ direction: 'row', align: 'center', gap: 16, marginTop: 20, marginBottom: 28 }}
    >
      <ImageView
        important={false}
        icon="account"
        style={{
          width: 56,
          height: 56,
          padding: 12,
          radius: 28,
          background: COLORS.textHint,
          color: COLORS.onColor,
        }}
      />
      <LinearLayout important={false} style={{ grow: 1, shrink: 1, gap: 2 }}>
        <TextView text={account.nickname} style={{ textSize: 18 }} />
        <TextView
          text={format('%s: %s', strings.account_user_id, account.id)}
          style={{ textSize: 13, color: COLORS.textSecondary }}
        />
      </LinearLayout>
    </LinearLayout>
  );
}
