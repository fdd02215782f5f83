import type { AppDefinition, ComponentName } from '../../android/activity.ts';
import type { Profile } from '../../profiles/profile.ts';
import { MessagesActivity } from './messages-activity.tsx';

const MAIN_ACTIVITY: Readonly<Record<Profile['smsApp'], string>> = {
  'com.android.mms': 'ui.MmsTabActivity',
  'com.google.android.apps.messaging': 'ui.ConversationListActivity',
};

/** The way into the SMS app that the phone ships. */
export function messagesComponent(profile: Profile): ComponentName {
  const packageName = profile.smsApp;
  return { packageName, className: `${packageName}.${MAIN_ACTIVITY[packageName]}` };
}

export function messagesApp(profile: Profile): AppDefinition {
  const { packageName, className } = messagesComponent(profile);
  return {
    packageName,
    label: 'Messages',
    versionName: '20260115_00_RC00',
    versionCode: 298764063,
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
    ],
  };
}
