import { splitNumber } from '../../config/phone-number.ts';
import { MessageDialog } from '../../pageobjects/components/message-dialog.ts';
import type { CountryListPage } from '../../pageobjects/country-list-page.ts';
import type { Page } from '../../pageobjects/page.ts';
import { PhoneNumberPage } from '../../pageobjects/phone-number-page.ts';
import { PictureCodePage } from '../../pageobjects/picture-code-page.ts';
import { outOfAirplaneMode } from '../interruptions/airplane-mode.ts';
import { UnknownScreenError } from '../errors.ts';
import { unlessMissing } from '../missing-control.ts';
import type { SignUpTask } from './task.ts';

const COUNTRY_LIST = 'the list of countries';
/** A list closes at once when a row is tapped. */
const LIST_CLOSES_WITHIN_MS = 1_500;
const POLL_MS = 100;
/** The banner of a message stays about five seconds. */
const MAX_PICKS = 6;
const NUMBER_ANSWER = 'the server to take the number';

/** Enters the number and submits it. */
export async function submitNumber(task: SignUpTask, page: PhoneNumberPage): Promise<Page> {
  const away = await task.journey.undisturbed(page, () => fillInNumber(task, page));
  if (away) return away;
  await outOfAirplaneMode(task, page);
  await task.aboutToSubmitNumber();
  return task.journey.submit(page, () => page.tapNext(), NUMBER_ANSWER);
}

/** Does all that submitting the number takes, but for Next. */
export async function prepareNumber(task: SignUpTask, page: PhoneNumberPage): Promise<void> {
  const { context, journey } = task;
  const { callingCode } = splitNumber(context.settings.phoneNumber);
  if ((await page.countryCode()) !== callingCode) {
    await journey.instead(page, () => page.openCountryList(), COUNTRY_LIST);
    await journey.until(PhoneNumberPage, () => true);
  }
  await fillInNumber(task, page);
}

/**
 * Submits the page as a spec has filled it in.
 * @returns the page itself when the app says no more than that consent is missing.
 */
export async function submitAsItIs(task: SignUpTask, page: PhoneNumberPage): Promise<Page> {
  const { journey } = task;
  await task.aboutToSubmitNumber();
  return journey.instead(
    page,
    () => page.tapNext(),
    NUMBER_ANSWER,
    (message) =>
      message.name === 'consentMissing'
        ? Promise.resolve(page)
        : Promise.reject(journey.errorFor(message, page)),
  );
}

/** Withholds the consent that the app asks for, in a dialog or in a message that goes by itself. */
export async function withholdConsent({ journey }: SignUpTask, asked: Page): Promise<Page> {
  const page =
    asked instanceof MessageDialog
      ? await journey.instead(asked, () => asked.cancel(), 'the phone number page')
      : asked;
  // A spec may leave it at that.
  await journey.recorder.end('passed');
  return page;
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
    return journey.next(shown, COUNTRY_LIST);
  }
  await page.enterNumber(national);
  await page.setConsent(true);
  return undefined;
}

/** Picks the number's country, and sees to it that the form has taken it. */
export async function chooseCountry(task: SignUpTask, page: CountryListPage): Promise<Page> {
  const { context, journey, phones } = task;
  const { callingCode } = splitNumber(context.settings.phoneNumber);
  journey.recorder.waiting(`${callingCode} to come up in the list of countries`);
  await page.choose(callingCode);
  for (let picks = 1; picks < MAX_PICKS && (await staysOpen(task, page)); picks += 1) {
    await unlessMissing(() => page.choose(callingCode));
  }
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

/**
 * Whether the list has taken no notice of a tap, as when the banner of a message lay over the row. To pick
 * the country again is no second request.
 */
async function staysOpen({ clock, context }: SignUpTask, page: CountryListPage): Promise<boolean> {
  const until = clock.now() + LIST_CLOSES_WITHIN_MS;
  while (await page.isShown()) {
    if (clock.now() >= until) return true;
    await clock.sleep(POLL_MS, context.signal);
  }
  return false;
}
