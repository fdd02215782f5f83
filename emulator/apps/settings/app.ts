import type { AppDefinition } from '../../android/activity.ts';
import { SETTINGS_HOME, SETTINGS_PACKAGE, SETTINGS_PAGE } from './ids.ts';
import { SettingsPageActivity } from './page-activity.tsx';
import { SettingsActivity } from './settings-activity.tsx';

export const settingsApp: AppDefinition = {
  packageName: SETTINGS_PACKAGE,
  label: 'Settings',
  versionName: '16',
  versionCode: 36,
  uid: 1000,
  activities: [
    {
      className: SETTINGS_HOME.className,
      aliases: ['com.android.settings.MainSettings', 'com.android.settings.Settings'],
      exported: true,
      launchMode: 'singleTask',
      actions: ['android.settings.SETTINGS', 'android.intent.action.MAIN'],
      categories: ['android.intent.category.DEFAULT', 'android.intent.category.LAUNCHER'],
      create: (system, intent) => new SettingsActivity(system, SETTINGS_PACKAGE, intent),
    },
    {
      className: SETTINGS_PAGE.className,
      exported: false,
      create: (system, intent) => new SettingsPageActivity(system, SETTINGS_PACKAGE, intent),
    },
  ],
};
