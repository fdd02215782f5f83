import { NumberRefusedError } from '../../flows/errors.ts';
import { CountryListPage } from '../../pageobjects/country-list-page.ts';
import { PhoneNumberPage } from '../../pageobjects/phone-number-page.ts';
import { emulatedPhone } from '../support/emulated-phone.ts';

describe('The phone number', () => {
  const phone = emulatedPhone({ options: '--latency 0' });

  it('is refused where the chosen country has no such number @regression @emulated', async () => {
    const signUp = phone.signUp();

    await signUp.openSettings();
    const page = await signUp.until(PhoneNumberPage);
    await signUp.fillInNumber(page);
    await signUp.instead(page, () => page.openCountryList(), 'the list of countries');
    const countries = await signUp.until(CountryListPage);
    // Numbers in Denmark have eight digits.
    await signUp.instead(countries, () => countries.choose('+45'), 'the phone number page');

    await expect(signUp.submitNumber(page)).rejects.toThrow(NumberRefusedError);
    expect(await page.countryCode()).toBe('+45');
  });
});
