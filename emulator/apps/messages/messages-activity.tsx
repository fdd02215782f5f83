/** @jsxImportSource #ui */
import { Activity } from '../../android/activity.ts';
import type { SmsRow } from '../../android/providers/sms-provider.ts';
import { LargeTitle, Page } from '../../ui/components/page.tsx';
import type { UiNode } from '../../ui/jsx-runtime.ts';
import { COLORS } from '../../ui/theme.ts';
import { theme } from '../../ui/themes/theme.ts';
import { timeOfDayFormat } from '../../ui/time-of-day.ts';
import { ImageView, LinearLayout, RecyclerView, TextView } from '../../ui/widgets.tsx';
import { stringsFor } from '../strings/index.ts';

/** The received messages, the newest first. */
export class MessagesActivity extends Activity {
  #unsubscribe = () => {};

  override onCreate(): void {
    this.#unsubscribe = this.system.telephony.onSms(() => this.invalidate());
  }

  override onResume(): void {
    this.invalidate();
  }

  override onDestroy(): void {
    this.#unsubscribe();
  }

  override render(): UiNode {
    const strings = stringsFor(this.system);
    const messages = [...this.system.sms.rows].reverse();
    return (
      <Page style={{ background: COLORS.card }}>
        <LinearLayout important={false} style={{ height: 44 }} />
        <LargeTitle text={strings.messages_title} />
        {messages.length === 0 ? (
          <TextView
            text={strings.messages_empty}
            style={{ color: COLORS.textSecondary, marginHorizontal: 28 }}
          />
        ) : (
          <RecyclerView id="android:id/list">
            {messages.map((message) => this.#message(message))}
          </RecyclerView>
        )}
      </Page>
    );
  }

  #message(message: SmsRow): UiNode {
    const { locale, profile } = this.system;
    const time = timeOfDayFormat(locale, profile.timeZone).format(Number(message.date));
    return (
      <LinearLayout
        key={String(message._id)}
        style={{ direction: 'row', gap: 14, paddingHorizontal: 28, paddingVertical: 12 }}
      >
        <ImageView
          icon="account"
          important={false}
          style={{
            width: 44,
            height: 44,
            padding: 9,
            radius: 22,
            background: theme().colors.accentSoft,
            color: theme().colors.accent,
          }}
        />
        <LinearLayout style={{ grow: 1, shrink: 1, gap: 3 }}>
          <LinearLayout style={{ direction: 'row', align: 'center', justify: 'space-between' }}>
            <TextView
              text={String(message.address ?? '')}
              style={{ textSize: 16, fontWeight: 500 }}
            />
            <TextView text={time} style={{ textSize: 13, color: COLORS.textSecondary }} />
          </LinearLayout>
          <TextView
            text={String(message.body ?? '')}
            style={{ textSize: 14, lineHeight: 20, color: COLORS.textBody }}
          />
        </LinearLayout>
      </LinearLayout>
    );
  }
}
