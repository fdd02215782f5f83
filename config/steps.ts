/**
 * The steps of a sign-up, in the order of the how-to. A phone may show the picture code before the
 * SMS code; the names stay the same, only their order in a run changes.
 */
export const SIGN_UP_STEPS = [
  { name: 'settings', title: 'Open Settings and tap Mi Account' },
  { name: 'phone-number', title: 'Enter the phone number and tap Next' },
  { name: 'sms-code', title: 'Enter the code from the SMS' },
  { name: 'picture-code', title: 'Type the text in the picture' },
  { name: 'cloud-agreement', title: "Agree to Xiaomi Cloud's terms" },
  { name: 'account', title: 'Back in Settings, signed in' },
] as const;

/** Every step that a run can have. */
export const STEPS = [
  ...SIGN_UP_STEPS,
  { name: 'cloud-sync', title: 'Change what Xiaomi Cloud syncs' },
  { name: 'sign-out', title: 'Sign out in Settings → Mi Account' },
] as const;

export type Step = (typeof STEPS)[number];
export type StepName = Step['name'];
