import { CountryListPage } from '../../pageobjects/country-list-page.ts';
import { SmsCodePage } from '../../pageobjects/sms-code-page.ts';
import { emulatedPhone } from '../support/emulated-phone.ts';

describe('The country of the phone number', () => {
  const phone = emulatedPhone({
    options: '--latency 0 --picture-code never',
    phoneNumber: '+491713920012',
  });

  it('is found in the list by its calling code @regression @emulated', async () => {
    const signUp = phone.signUp();

    await signUp.openSettings();
    const countries = await signUp.until(CountryListPage);
    // A list without a search field is scrolled.
    if (await countries.search('+49')) {
      expect(await countries.codesInSight()).toStrictEqual(['+49']);
    }
    await signUp.until(SmsCodePage);
  });
});
