import { splitNumber } from '../../config/phone-number.ts';
import { runContext } from '../../config/run-context.ts';
import { CloudAgreementPage } from '../../pageobjects/cloud-agreement-page.ts';
import { PhoneNumberPage } from '../../pageobjects/phone-number-page.ts';
import { emulatedPhone } from '../support/emulated-phone.ts';

describe('The phone number', () => {
  const phone = emulatedPhone({ options: '--latency 0 --picture-code never' });

  it('may have spaces in it: its own phone gets the code @regression @emulated', async () => {
    const { national } = splitNumber(runContext().settings.phoneNumber);
    const signUp = phone.signUp();

    await signUp.openSettings();
    const page = await signUp.until(PhoneNumberPage);
    await signUp.fillInNumber(page);
    // As people write it down: 201 555 0123.
    await page.enterNumber(national.replace(/^(\d{3})(\d{3})/, '$1 $2 '));
    await signUp.submitNumber(page);

    await signUp.until(CloudAgreementPage);
  });
});
