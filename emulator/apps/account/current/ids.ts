import { ACCOUNT_PACKAGE } from '../ids.ts';

// What the real app calls these two activities is not known.

export const ACCOUNT_SECURITY = {
  packageName: ACCOUNT_PACKAGE,
  className: 'com.xiaomi.account.ui.AccountSecurityActivity',
} as const;

export const ACCOUNT_DEVICES = {
  packageName: ACCOUNT_PACKAGE,
  className: 'com.xiaomi.account.ui.AccountDevicesActivity',
} as const;
