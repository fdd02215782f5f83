/** @jsxImportSource #ui */
import type { UiNode } from '../../ui/jsx-runtime.ts';
import { COLORS } from '../../ui/theme.ts';
import { theme } from '../../ui/themes/theme.ts';
import { ImageView, LinearLayout, TextView } from '../../ui/widgets.tsx';
import type { Conversation } from './conversations.ts';
import type { MessageListProps } from './list-props.ts';

interface ConversationRowProps extends Pick<MessageListProps, 'timeOf' | 'open'> {
  readonly conversation: Conversation;
  /** Behind and on the picture of the sender. */
  readonly avatar: { readonly background: string; readonly color: string };
}

/** A conversation in a list: sender, newest message, time. */
export function ConversationRow(props: ConversationRowProps): UiNode {
  const { conversation, avatar, timeOf, open } = props;
  const { address, newest } = conversation;
  const { row } = theme();
  return (
    <LinearLayout
      onClick={() => open(conversation)}
      style={{
        direction: 'row',
        gap: 14,
        paddingHorizontal: row.paddingHorizontal,
        paddingVertical: 12,
      }}
    >
      <ImageView
        icon="account"
        important={false}
        style={{ width: 44, height: 44, padding: 9, radius: 22, ...avatar }}
      />
      <LinearLayout style={{ grow: 1, shrink: 1, gap: 3 }}>
        <LinearLayout
          style={{ direction: 'row', align: 'center', justify: 'space-between', gap: 8 }}
        >
          <TextView
            text={address}
            style={{
              textSize: 16,
              fontWeight: row.titleWeight,
              shrink: 1,
              maxLines: 1,
              ellipsize: 'end',
            }}
          />
          <TextView
            text={timeOf(Number(newest.date))}
            style={{ textSize: 13, color: COLORS.textSecondary, shrink: 0 }}
          />
        </LinearLayout>
        <TextView
          text={String(newest.body ?? '')}
          style={{
            textSize: 14,
            lineHeight: 20,
            color: COLORS.textBody,
            maxLines: 2,
            ellipsize: 'end',
          }}
        />
      </LinearLayout>
    </LinearLayout>
  );
}
