import type { AccountGeneration } from '../generation.ts';
import { AccountDevicesActivity } from './account-devices-activity.tsx';
import { AccountSecurityActivity } from './account-security-activity.tsx';
import { AccountSettingsActivity } from './account-settings-activity.tsx';
import { ACCOUNT_DEVICES, ACCOUNT_SECURITY } from './ids.ts';
import { LOGIN } from './login/ids.ts';
import { AccountLoginActivity } from './login/login-activity.tsx';

/** The generation that MIUI 13 and later ship. */
export const current: AccountGeneration = {
  versionName: 'R-25.8.4.1',
  versionCode: 250804010,
  home: AccountSettingsActivity,
  others: [
    { className: ACCOUNT_SECURITY.className, activity: AccountSecurityActivity },
    { className: ACCOUNT_DEVICES.className, activity: AccountDevicesActivity },
  ],
  login: { className: LOGIN.className, activity: AccountLoginActivity },
};
