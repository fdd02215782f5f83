import { ACCOUNT_PACKAGE } from '../ids.ts';

export const LOGIN = {
  packageName: ACCOUNT_PACKAGE,
  className: 'com.xiaomi.account.ui.LoginActivity',
} as const;

/** Up to MIUI 12 the action bar is the framework's own. */
export const ACTION_BAR_TITLE = 'miui:id/action_bar_title';
