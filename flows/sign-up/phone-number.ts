import { splitNumber } from '../../config/phone-number.ts';
import type { CountryListPage } from '../../pageobjects/country-list-page.ts';
import type { Page } from '../../pageobjects/page.ts';
import { PhoneNumberPage } from '../../pageobjects/phone-number-page.ts';
import { PictureCodePage } from '../../pageobjects/picture-code-page.ts';
import { UnknownScreenError } from '../errors.ts';
import type { SignUpTask } from './task.ts';

/** Enters the number and submits it. */
export async function submitNumber(task: SignUpTask, page: PhoneNumberPage): Promise<Page> {
  const away = await fillInNumber(task, page);
  if (away) return away;
  await task.aboutToSubmitNumber();
  return task.journey.submit(page, () => page.tapNext(), 'the server to take the number');
}

/**
 * Enters the number, and gives consent where it is not given.
 * @param shown the screen as it was recognised, if the form stands inside another one.
 * @returns the list of countries if the country has to be set first.
 */
export async function fillInNumber(
  { context, journey }: SignUpTask,
  page: PhoneNumberPage,
  shown: Page = page,
): Promise<Page | undefined> {
  const { callingCode, national } = splitNumber(context.settings.phoneNumber);
  if ((await page.countryCode()) !== callingCode) {
    await page.openCountryList();
    return journey.next(shown, 'the list of countries');
  }
  await page.enterNumber(national);
  if (!(await page.consentGiven())) await page.giveConsent();
  return undefined;
}

/** Picks the number's country, and sees to it that the form has taken it. */
export async function chooseCountry(
  { context, journey, phones }: SignUpTask,
  page: CountryListPage,
): Promise<Page> {
  const { callingCode } = splitNumber(context.settings.phoneNumber);
  journey.recorder.waiting(`${callingCode} to come up in the list of countries`);
  await page.choose(callingCode);
  const form = [PhoneNumberPage, PictureCodePage];
  const back = await journey.backTo(form, page, 'the phone number page');
  const set = await new PhoneNumberPage(phones.ui.driver).countryCode();
  if (set === callingCode) return back;
  throw new UnknownScreenError('The country code cannot be set.', {
    phone: phones.ui.serial,
    screen: back.screen,
    expected: callingCode,
    seen: set,
    remedy: 'Set the country code on the phone by hand, then run again.',
  });
}
