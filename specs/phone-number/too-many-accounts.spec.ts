import { TooManyAttemptsError } from '../../flows/errors.ts';
import { CloudAgreementPage } from '../../pageobjects/cloud-agreement-page.ts';
import { ExistingAccountPage } from '../../pageobjects/existing-account-page.ts';
import { emulatedPhone } from '../support/emulated-phone.ts';

describe('A phone number with as many accounts as it may have', () => {
  const phone = emulatedPhone({ options: '--latency 0 --picture-code never' });

  it('gets no further one, and the error says so @regression @emulated', async () => {
    for (let accounts = 0; accounts < 3; accounts += 1) await phone.numberHasAccount();
    const signUp = phone.signUp();

    await signUp.openSettings();
    const question = await signUp.until(ExistingAccountPage);
    await signUp.instead(question, () => question.no(), 'the new account');

    await expect(signUp.until(CloudAgreementPage)).rejects.toThrow(TooManyAttemptsError);
  });
});
