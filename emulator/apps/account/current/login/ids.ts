import { ACCOUNT_PACKAGE } from '../../ids.ts';

export const LOGIN = {
  packageName: ACCOUNT_PACKAGE,
  className: 'com.xiaomi.passport.ui.page.AccountLoginActivity',
} as const;
