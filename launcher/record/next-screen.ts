import { AccountHome } from '../../pageobjects/account-home.ts';
import { CloudAgreementPage } from '../../pageobjects/cloud-agreement-page.ts';
import { CountryListPage } from '../../pageobjects/country-list-page.ts';
import type { PageClass } from '../../pageobjects/page.ts';
import { PasswordPage } from '../../pageobjects/password-page.ts';
import { PhoneNumberPage } from '../../pageobjects/phone-number-page.ts';
import { PictureCodePage } from '../../pageobjects/picture-code-page.ts';
import { SettingsHome } from '../../pageobjects/settings-home.ts';
import { SmsCodePage } from '../../pageobjects/sms-code-page.ts';

/** How a person comes to the screens that a sign-up may show, in the order of the how-to. */
const WAYS: readonly { readonly to: PageClass; readonly how: string }[] = [
  { to: SettingsHome, how: 'Open Settings, scrolled to the row Mi Account or Xiaomi Account.' },
  { to: PhoneNumberPage, how: 'Tap the account row; the page asks for a phone number.' },
  { to: CountryListPage, how: 'Tap the country code beside the number.' },
  { to: PasswordPage, how: 'Go back, and choose to sign in with a password.' },
  {
    to: SmsCodePage,
    how: 'Go back, enter your own number and tap Next; the page asks for the code.',
  },
  {
    to: PictureCodePage,
    how: 'If a picture with letters shows, before or after the code, record it.',
  },
  {
    to: CloudAgreementPage,
    how: 'Enter the code; record the page of Xiaomi Cloud before you agree.',
  },
  { to: AccountHome, how: 'Back in Settings, tap the account row: the page of the account.' },
];

/**
 * What a person may do next.
 * @param recorded names of the page objects whose screens have been recorded.
 */
export function nextScreen(recorded: ReadonlySet<string>): string {
  const way = WAYS.find(({ to }) => !recorded.has(to.name));
  return way?.how ?? 'All screens of a sign-up are recorded; any other is welcome.';
}
