/** @jsxImportSource #ui */
import { Activity } from '../../android/activity.ts';
import { AppBar, Page } from '../../ui/components/page.tsx';
import type { UiNode } from '../../ui/jsx-runtime.ts';
import { COLORS } from '../../ui/theme.ts';
import { theme } from '../../ui/themes/theme.ts';
import { timeOfDayFormat } from '../../ui/time-of-day.ts';
import { LinearLayout, RecyclerView, TextView } from '../../ui/widgets.tsx';
import { stringsFor } from '../strings/index.ts';
import { conversationsOf } from './conversations.ts';

/** The messages of one sender, whole. */
export class ConversationActivity extends Activity {
  #unsubscribe = () => {};

  override onCreate(): void {
    this.#unsubscribe = this.system.telephony.onSms(() => this.invalidate());
  }

  override onDestroy(): void {
    this.#unsubscribe();
  }

  override render(): UiNode {
    const { locale, profile, sms } = this.system;
    const { address } = this.intent.extras ?? {};
    const conversation = conversationsOf(sms.rows).find((one) => one.address === address);
    const time = timeOfDayFormat(locale, profile.timeZone);
    return (
      <Page style={{ background: COLORS.card }}>
        <AppBar
          title={conversation?.address ?? ''}
          backLabel={stringsFor(this.system).passport_back}
          onBack={() => this.finish()}
        />
        <RecyclerView id="android:id/list">
          {conversation?.messages.map((message) => (
            <LinearLayout
              key={String(message._id)}
              style={{ align: 'start', marginHorizontal: 16, marginVertical: 8, gap: 4 }}
            >
              <TextView
                text={time.format(Number(message.date))}
                style={{ textSize: 12, color: COLORS.textSecondary, marginHorizontal: 8 }}
              />
              <TextView
                text={String(message.body ?? '')}
                style={{
                  textSize: 16,
                  lineHeight: 23,
                  background: theme().colors.field,
                  radius: 16,
                  paddingHorizontal: 14,
                  paddingVertical: 10,
                  maxWidth: '85%',
                }}
              />
            </LinearLayout>
          ))}
        </RecyclerView>
      </Page>
    );
  }
}
