import type { AppDefinition } from '../../android/activity.ts';
import { HomeActivity } from './home-activity.tsx';

const HOME_PACKAGE = 'com.miui.home';

/** The launcher. */
export const homeApp: AppDefinition = {
  packageName: HOME_PACKAGE,
  label: 'System launcher',
  versionName: 'RELEASE-6.01.03.1612',
  versionCode: 601031612,
  uid: 10098,
  activities: [
    {
      className: 'com.miui.home.launcher.Launcher',
      exported: true,
      orientation: 'portrait',
      launchMode: 'singleTask',
      actions: ['android.intent.action.MAIN'],
      categories: ['android.intent.category.HOME', 'android.intent.category.DEFAULT'],
      create: (system, intent) => new HomeActivity(system, HOME_PACKAGE, intent),
    },
  ],
};
