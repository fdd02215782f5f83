/** @jsxImportSource #ui */
import { Activity } from '../../android/activity.ts';
import type { UiNode } from '../../ui/jsx-runtime.ts';
import { timeOfDayFormat } from '../../ui/time-of-day.ts';
import { stringsFor } from '../strings/index.ts';
import { conversationsOf } from './conversations.ts';
import { GoogleMessages } from './google-messages.tsx';
import { conversationComponent } from './ids.ts';
import { XiaomiMessages } from './xiaomi-messages.tsx';

/** The conversations, as the app that the phone ships shows them. */
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
    const { locale, profile, sms } = this.system;
    const time = timeOfDayFormat(locale, profile.timeZone);
    const List = profile.smsApp === 'com.android.mms' ? XiaomiMessages : GoogleMessages;
    return (
      <List
        strings={stringsFor(this.system)}
        conversations={conversationsOf(sms.rows)}
        timeOf={(dateMs) => time.format(dateMs)}
        open={({ address }) =>
          this.startActivity({ component: conversationComponent(profile), extras: { address } })
        }
      />
    );
  }
}
