import type { AppDefinition } from '../../android/activity.ts';
import type { Profile } from '../../profiles/profile.ts';
import { stringsFor } from '../strings/index.ts';
import { ConversationActivity } from './conversation-activity.tsx';
import { conversationComponent, messagesComponent } from './ids.ts';
import { MessagesActivity } from './messages-activity.tsx';

const VERSIONS = {
  'com.android.mms': { versionName: '16.0.2.6', versionCode: 160002006 },
  'com.google.android.apps.messaging': {
    versionName: '20260115_00_RC00',
    versionCode: 298764063,
  },
} as const;

export function messagesApp(profile: Profile): AppDefinition {
  const { packageName, className } = messagesComponent(profile);
  return {
    packageName,
    label: 'Messages',
    shownLabel: (system) => stringsFor(system).messages_title,
    ...VERSIONS[profile.smsApp],
    uid: 10121,
    permissions: ['android.permission.READ_SMS', 'android.permission.RECEIVE_SMS'],
    activities: [
      {
        className,
        exported: true,
        launchMode: 'singleTask',
        actions: ['android.intent.action.MAIN'],
        categories: ['android.intent.category.LAUNCHER', 'android.intent.category.APP_MESSAGING'],
        create: (system, intent) => new MessagesActivity(system, packageName, intent),
      },
      {
        className: conversationComponent(profile).className,
        exported: false,
        create: (system, intent) => new ConversationActivity(system, packageName, intent),
      },
    ],
  };
}
