import { CloudAgreementPage } from '../../pageobjects/cloud-agreement-page.ts';
import type { PageClass } from '../../pageobjects/page.ts';
import { PhoneNumberPage } from '../../pageobjects/phone-number-page.ts';
import { SettingsHome } from '../../pageobjects/settings-home.ts';
import { SmsCodePage } from '../../pageobjects/sms-code-page.ts';
import type { PhoneOfTest } from './phone-of-test.ts';

/** Where a sign-up without a picture can be interrupted, after Settings itself. */
const PAGES: readonly PageClass[] = [
  PhoneNumberPage,
  SmsCodePage,
  CloudAgreementPage,
  SettingsHome,
];

/**
 * Signs up, interrupted at every step, to the end: the account shows in Settings, and the service has
 * got the number once and the code once.
 * @param interrupt what comes between, on each screen. @param pages where, after Settings.
 */
export async function signUpInterrupted(
  phone: PhoneOfTest,
  interrupt: () => Promise<void>,
  pages = PAGES,
): Promise<void> {
  const signUp = phone.signUp();
  await signUp.openSettings();
  await interrupt();
  for (const page of pages) {
    await signUp.until(page);
    await interrupt();
  }
  const settings = await signUp.until(SettingsHome);
  const account = await signUp.account();

  expect(await settings.accountShown()).toBe(account.shown);
  await expectSentOnce(phone);
}

/** The service has got the number once, and the code once. */
async function expectSentOnce(phone: PhoneOfTest): Promise<void> {
  expect(await phone.submissions('sms-codes')).toBe(1);
  expect(await phone.submissions('verifications')).toBe(1);
  expect(await phone.submissions('sign-in')).toBe(1);
}
