import type { AccountGeneration } from '../generation.ts';
import { AccountSettingsActivity } from './account-settings-activity.tsx';
import { LOGIN } from './login/ids.ts';
import { AccountLoginActivity } from './login/login-activity.tsx';

/** The generation that MIUI 13 and later ship. */
export const current: AccountGeneration = {
  versionName: 'R-25.8.4.1',
  versionCode: 250804010,
  home: AccountSettingsActivity,
  login: { className: LOGIN.className, activity: AccountLoginActivity },
};
