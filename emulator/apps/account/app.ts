import type { AppDefinition } from '../../android/activity.ts';
import { AccountSettingsActivity } from './account-settings-activity.tsx';
import { ACCOUNT_LEGAL, ACCOUNT_LOGIN, ACCOUNT_PACKAGE, ACCOUNT_SETTINGS } from './ids.ts';
import { LicenseActivity } from './legal.tsx';
import { AccountLoginActivity } from './login/login-activity.tsx';

/** Xiaomi Account, the generation that MIUI 13 and later ship. */
export const accountApp: AppDefinition = {
  packageName: ACCOUNT_PACKAGE,
  label: 'Xiaomi Account',
  versionName: 'R-25.8.4.1',
  versionCode: 250804010,
  uid: 1000,
  permissions: ['android.permission.INTERNET', 'android.permission.RECEIVE_SMS'],
  activities: [
    {
      className: ACCOUNT_SETTINGS.className,
      exported: true,
      orientation: 'portrait',
      actions: ['android.settings.XIAOMI_ACCOUNT_SYNC_SETTINGS'],
      categories: ['android.intent.category.DEFAULT'],
      create: (system, intent) => new AccountSettingsActivity(system, ACCOUNT_PACKAGE, intent),
    },
    {
      className: ACCOUNT_LOGIN.className,
      exported: true,
      orientation: 'portrait',
      launchMode: 'singleTop',
      create: (system, intent) => new AccountLoginActivity(system, ACCOUNT_PACKAGE, intent),
    },
    {
      className: ACCOUNT_LEGAL.className,
      exported: false,
      orientation: 'portrait',
      create: (system, intent) => new LicenseActivity(system, ACCOUNT_PACKAGE, intent),
    },
  ],
};
