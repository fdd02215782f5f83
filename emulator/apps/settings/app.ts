import type { ActivityDefinition, AppDefinition } from '../../android/activity.ts';
import { AccountsSyncActivity } from './accounts-sync-activity.tsx';
import { AddAccountActivity } from './add-account-activity.tsx';
import { DEVELOPER_OPTIONS, DeveloperOptionsActivity } from './developer-options-activity.tsx';
import {
  ACCOUNTS_SYNC,
  ADD_ACCOUNT,
  DEVELOPER_OPTIONS_ACTION,
  SETTINGS_HOME,
  SETTINGS_PACKAGE,
  SETTINGS_PAGE,
  SETTINGS_SEARCH,
} from './ids.ts';
import { SettingsPageActivity } from './page-activity.tsx';
import { PUBLIC_PAGES } from './pages/index.ts';
import { SettingsSearchActivity } from './search-activity.tsx';
import { SettingsActivity } from './settings-activity.tsx';

const DEFAULT_CATEGORY = 'android.intent.category.DEFAULT';

const publicPages = PUBLIC_PAGES.map(({ page, className, action }): ActivityDefinition => ({
  className,
  exported: true,
  actions: [action],
  categories: [DEFAULT_CATEGORY],
  create: (system, intent) => new SettingsPageActivity(system, SETTINGS_PACKAGE, intent, page),
}));

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
      categories: [DEFAULT_CATEGORY, 'android.intent.category.LAUNCHER'],
      create: (system, intent) => new SettingsActivity(system, SETTINGS_PACKAGE, intent),
    },
    {
      className: DEVELOPER_OPTIONS.className,
      aliases: ['com.android.settings.DevelopmentSettings'],
      exported: true,
      actions: [DEVELOPER_OPTIONS_ACTION],
      create: (system, intent) => new DeveloperOptionsActivity(system, SETTINGS_PACKAGE, intent),
    },
    {
      className: SETTINGS_PAGE.className,
      exported: false,
      create: (system, intent) => new SettingsPageActivity(system, SETTINGS_PACKAGE, intent),
    },
    {
      className: SETTINGS_SEARCH.className,
      exported: true,
      actions: ['android.settings.APP_SEARCH_SETTINGS'],
      categories: [DEFAULT_CATEGORY],
      create: (system, intent) => new SettingsSearchActivity(system, SETTINGS_PACKAGE, intent),
    },
    {
      className: ACCOUNTS_SYNC.className,
      exported: true,
      actions: ['android.settings.SYNC_SETTINGS'],
      categories: [DEFAULT_CATEGORY],
      create: (system, intent) => new AccountsSyncActivity(system, SETTINGS_PACKAGE, intent),
    },
    {
      className: ADD_ACCOUNT.className,
      exported: true,
      actions: ['android.settings.ADD_ACCOUNT_SETTINGS'],
      categories: [DEFAULT_CATEGORY],
      create: (system, intent) => new AddAccountActivity(system, SETTINGS_PACKAGE, intent),
    },
    ...publicPages,
  ],
};
