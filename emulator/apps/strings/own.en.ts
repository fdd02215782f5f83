/** Wording of our own, where the real apps' is not known or too long to repeat. */
export const ownEn = {
  ok: 'OK',
  cancel: 'Cancel',

  consent_text: 'I have read and accept the %1$s and the %2$s.',
  consent_dialog_title: 'User Agreement and Privacy Policy',
  consent_dialog_message: 'Please read and accept the %1$s and the %2$s to go on.',
  country_search_hint: 'Search country or code',
  country_search_empty: 'No country found',
  login_id_hint: 'Email, phone or account ID',
  password_hint: 'Password',
  find_password: 'Forgot password?',
  password_wrong: 'Incorrect account or password',
  help_message:
    'Enter the number of a phone at hand. A message with a code is sent to it; enter the code to sign in.',
  code_help_message:
    'Check that the phone has signal and that the message is not among the blocked ones. The code can take a few minutes.',
  account_title: 'Xiaomi Account',
  account_cloud: 'Xiaomi Cloud',
  sign_out_title: 'Delete synced items from this device?',
  sign_out_message: 'Contacts, messages and photos stay in Xiaomi Cloud either way.',
  sign_out_remove: 'Remove',
  sign_out_keep: 'Keep',
  signing_out: 'Signing out…',

  cloud_title: 'Xiaomi Cloud',
  cloud_intro: 'Keep what matters on all your devices, and find this one when it is lost.',
  cloud_sync: 'Sync',
  cloud_sync_summary: 'Contacts, messages, notes, photos',
  cloud_find_device: 'Find device',
  cloud_find_device_summary: 'Locate and lock this device remotely',
  cloud_later_hint: 'You can change this later in Settings.',
  cloud_agreement: 'By tapping “Agree” you accept the %1$s and the %2$s of Xiaomi Cloud.',
  cloud_agree: 'Agree',
  cloud_skip: 'Skip',
  cloud_skip_title: "Don't use Xiaomi Cloud?",
  cloud_skip_message: 'Your data stays on this device only, and is lost when the device is.',
  cloud_use: 'Use Xiaomi Cloud',
  cloud_dont_use: "Don't use",
  cloud_signed_out: 'Sign in to a Xiaomi Account to use Xiaomi Cloud.',

  user_agreement_body:
    'This phone is emulated and so is this account. The account exists in the memory of a test service, serves for testing only, and is gone when the service stops.',
  privacy_policy_body:
    'The test service remembers the phone number, the account id and these choices for as long as it runs. Nothing leaves this computer.',

  messages_title: 'Messages',
  messages_empty: 'No messages yet',
} as const;
