import type { AppDefinition, ComponentName } from '../../android/activity.ts';
import { smsAppOf } from '../../android/settings-provider.ts';
import type { Profile } from '../../profiles/profile.ts';
import { MessagesActivity } from './messages-activity.tsx';

/** The way into the SMS app that the phone ships. */
export function messagesComponent(profile: Profile): ComponentName {
  const packageName = smsAppOf(profile);
  const activity = profile.region === 'cn' ? 'ui.MmsTabActivity' : 'ui.ConversationListActivity';
  return { packageName, className: `${packageName}.${activity}` };
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
