import type { AccountGeneration } from '../generation.ts';
import { AccountSettingsActivity } from './account-settings-activity.tsx';
import { LOGIN } from './ids.ts';
import { LoginActivity } from './login/login-activity.tsx';

/** The generation that MIUI 10 shipped. */
export const classic: AccountGeneration = {
  versionName: '10.2.3',
  versionCode: 100203,
  home: AccountSettingsActivity,
  login: { className: LOGIN.className, activity: LoginActivity },
};
