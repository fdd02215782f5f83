import { android, byId } from '../locators.ts';
import { Page } from '../page.ts';

/** android.view.KeyEvent: hangs up, and declines a call that is ringing. */
const KEYCODE_ENDCALL = 6;
const DECLINE_IDS = [
  'com.android.incallui:id/declinebutton',
  'com.android.incallui:id/decline_button',
  'com.google.android.dialer:id/decline_button',
];

/** Somebody calls, and the whole screen is the phone app's. */
export class IncomingCall extends Page {
  override readonly screen = 'incoming call';
  override readonly signature = {
    // Phones are answered by a button, a puck or a swipe, by phone app: Xiaomi's, AOSP's, Google's.
    ids: [
      ...DECLINE_IDS,
      'com.android.incallui:id/answerbutton',
      'com.android.incallui:id/answer_button',
      'com.android.dialer:id/incoming_call_puck_bg',
      'com.android.dialer:id/incoming_swipe_to_answer_container',
      'com.google.android.dialer:id/answer_button',
      'com.google.android.dialer:id/incoming_swipe_to_answer_container',
    ],
    counts: 'first' as const,
  };

  async decline(): Promise<void> {
    const button = this.driver.$(android(byId(...DECLINE_IDS)));
    if (await button.isExisting()) await button.click();
    else await this.driver.execute('mobile: pressKey', { keycode: KEYCODE_ENDCALL });
  }
}
