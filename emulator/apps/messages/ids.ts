import type { ComponentName } from '../../android/activity.ts';
import type { Profile } from '../../profiles/profile.ts';

interface Screens {
  readonly list: string;
  readonly conversation: string;
}

const ACTIVITIES: Readonly<Record<Profile['smsApp'], Screens>> = {
  'com.android.mms': {
    list: 'ui.MmsTabActivity',
    conversation: 'ui.SingleRecipientConversationActivity',
  },
  'com.google.android.apps.messaging': {
    list: 'ui.ConversationListActivity',
    conversation: 'ui.conversation.ConversationActivity',
  },
};

type SmsPhone = Pick<Profile, 'smsApp'>;

/** The way into the SMS app that the phone ships. */
export function messagesComponent({ smsApp }: SmsPhone): ComponentName {
  return { packageName: smsApp, className: `${smsApp}.${ACTIVITIES[smsApp].list}` };
}

/** What shows the messages of one sender, named by the extra `address`. */
export function conversationComponent({ smsApp }: SmsPhone): ComponentName {
  return { packageName: smsApp, className: `${smsApp}.${ACTIVITIES[smsApp].conversation}` };
}
