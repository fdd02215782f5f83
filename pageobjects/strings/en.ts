import type { StringTable } from './table.ts';

/** English labels of Xiaomi's apps (2018–2025); older spellings stand beside newer ones. */
export const en: StringTable = {
  accountRow: ['Xiaomi Account', 'Mi Account'],
  signInRow: ['Sign in to Xiaomi Account', 'Sign in to Mi Account'],
  accountRowSignedIn: ['Manage accounts, cloud services, and more'],
  signInNotification: ['Sign in to your Xiaomi Account', 'Sign in to your Mi Account'],
  // Inferred from Android's own.
  addAccount: ['Add account'],
  agree: ['Agree', 'Agree and continue'],
  // Its wording is inferred.
  cancel: ['Cancel'],
  cloudAgree: ['Agree', 'Agree and continue', 'Continue'],
  findDevice: ['Find device'],
  cloudSync: ['Sync'],
  useCloud: ['Use Xiaomi Cloud', 'Use Mi Cloud'],
  doWithoutCloud: ["Don't use"],
  privacyPolicy: ['Privacy Policy'],
  userAgreement: ['User Agreement'],
  xiaomiCloud: ['Xiaomi Cloud', 'Mi Cloud'],
  // These two are inferred.
  accountsAndSync: ['Accounts & sync'],
  syncData: ['Sync data'],
  signOut: ['Sign out'],
  keepSyncedData: ['Keep'],
  removeSyncedData: ['Remove'],
  wrongSmsCode: ['This code is incorrect'],
  wrongCode: ['The code you entered is incorrect'],
  emptyCode: ['Enter captcha'],
  // Its wording is inferred.
  wrongPassword: ['Incorrect password', 'Wrong password'],
  signOutFailed: ["Can't sign out"],
  codeExpired: ['Code expired. Try again.', 'Verification code expired, start over'],
  numberMissing: ['Enter phone number'],
  consentMissing: ['Agree to the terms and conditions first'],
  badNumber: ['Invalid phone number', 'The format of the phone number you entered is invalid'],
  smsQuota: [
    'Too many verification codes have been sent to this number. Try again later.',
    'Too many verification codes have been sent to this number. Wait %d hours and try again.',
  ],
  tooManyAccounts: [
    'Too many accounts have been associated with this number, try a different one',
    "Can't use this phone number",
  ],
  tooOften: ['Too many attempts. Wait a minute or two and try again.'],
  numberRegistered: [
    'Is this your Xiaomi Account?',
    'Is this your Mi Account?',
    'This number is associated with an existing account, enter your password',
  ],
  noNetwork: [
    "Can't connect to network",
    'A network error occurred. Check your network settings and try again.',
    'The request timed out',
  ],
  serverError: ['Server error', 'System is busy. Wait a minute or two and try again.'],
  sendFailed: ["Couldn't send code"],
  untrustedDevice: [
    'Security risks found. This device may have been rooted or flashed. Try other sign-in options.',
  ],
  accessDenied: ['Access denied'],
  unknownError: ['Unknown error'],
};
