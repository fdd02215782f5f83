/** @jsxImportSource #ui */
import { EmptyText } from '../../ui/components/empty-text.tsx';
import { FloatingButton } from '../../ui/components/floating-button.tsx';
import { Divider, Page, PageHeader } from '../../ui/components/page.tsx';
import { SearchBox } from '../../ui/components/search-box.tsx';
import type { UiNode } from '../../ui/jsx-runtime.ts';
import { COLORS } from '../../ui/theme.ts';
import { theme } from '../../ui/themes/theme.ts';
import { RecyclerView, TextView } from '../../ui/widgets.tsx';
import { ConversationRow } from './conversation-row.tsx';
import type { MessageListProps } from './list-props.ts';

/** The conversations in Xiaomi's own app: a search box above them, a round button to write. */
export function XiaomiMessages(props: MessageListProps): UiNode {
  const { strings, conversations } = props;
  const { colors, group } = theme();
  return (
    <Page style={{ background: COLORS.card }}>
      <PageHeader title={strings.messages_title} />
      <SearchBox>
        <TextView
          text={strings.messages_search}
          style={{ textSize: 15, color: COLORS.textSecondary }}
        />
      </SearchBox>
      {conversations.length === 0 ? (
        <EmptyText text={strings.messages_empty} />
      ) : (
        <RecyclerView id="android:id/list">
          {conversations.map((conversation) => [
            <ConversationRow
              key={conversation.address}
              {...props}
              conversation={conversation}
              avatar={{ background: colors.accentSoft, color: colors.accent }}
            />,
            group.line ? <Divider style={{ marginLeft: 78 }} /> : null,
          ])}
        </RecyclerView>
      )}
      <FloatingButton icon="plus" />
    </Page>
  );
}
