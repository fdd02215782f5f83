/** @jsxImportSource #ui */
import { Page } from '../../ui/components/page.tsx';
import { EmptyText } from '../../ui/components/empty-text.tsx';
import type { UiNode } from '../../ui/jsx-runtime.ts';
import { COLORS, GOOGLE_MESSAGES } from '../../ui/theme.ts';
import { ImageView, LinearLayout, RecyclerView, TextView } from '../../ui/widgets.tsx';
import { ConversationRow } from './conversation-row.tsx';
import type { MessageListProps } from './list-props.ts';

/** The conversations in Google's app: name and search in the bar, a wide button to write. */
export function GoogleMessages(props: MessageListProps): UiNode {
  const { strings, conversations } = props;
  const { avatars, button, onButton, page } = GOOGLE_MESSAGES;
  return (
    <Page style={{ background: page }}>
      <LinearLayout
        style={{
          direction: 'row',
          align: 'center',
          minHeight: 64,
          gap: 12,
          paddingHorizontal: 20,
          paddingVertical: 8,
        }}
      >
        <TextView
          text={strings.messages_title}
          style={{ textSize: 24, grow: 1, shrink: 1, autoSize: true }}
        />
        <ImageView
          icon="magnify"
          important={false}
          style={{ width: 24, height: 24, color: COLORS.text }}
        />
        <ImageView
          icon="account"
          important={false}
          style={{
            width: 32,
            height: 32,
            padding: 5,
            radius: 16,
            background: onButton,
            color: COLORS.onColor,
          }}
        />
      </LinearLayout>
      {conversations.length === 0 ? (
        <EmptyText text={strings.messages_empty} />
      ) : (
        <RecyclerView id="android:id/list">
          {conversations.map((conversation, index) => (
            <ConversationRow
              key={conversation.address}
              {...props}
              conversation={conversation}
              avatar={{
                background: avatars[index % avatars.length] ?? onButton,
                color: COLORS.onColor,
              }}
            />
          ))}
        </RecyclerView>
      )}
      <LinearLayout
        important={false}
        style={{
          position: 'absolute',
          right: 20,
          bottom: 36,
          direction: 'row',
          align: 'center',
          gap: 10,
          paddingHorizontal: 18,
          paddingVertical: 15,
          radius: 18,
          elevation: 4,
          background: button,
        }}
      >
        <ImageView
          icon="message"
          important={false}
          style={{ width: 22, height: 22, color: onButton }}
        />
        <TextView
          important={false}
          text={strings.messages_start_chat}
          style={{ textSize: 15, fontWeight: 500, color: onButton }}
        />
      </LinearLayout>
    </Page>
  );
}
