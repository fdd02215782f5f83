import { ServerFailedError } from '../../flows/errors.ts';
import { CloudAgreementPage } from '../../pageobjects/cloud-agreement-page.ts';
import { emulatedPhone } from '../support/emulated-phone.ts';

describe('Servers that fail once', () => {
  const phone = emulatedPhone({
    options:
      '--picture-code never --latency 0 --sms resend-after=0 --fault verifications=wrong-json*1',
  });

  it('by an answer of no use get no code twice, and take the next sign-up @emulated @regression', async () => {
    const signUp = phone.signUp();
    await signUp.openSettings();
    await expect(signUp.until(CloudAgreementPage)).rejects.toThrow(ServerFailedError);
    expect(await phone.submissions('verifications')).toBe(1);

    const again = phone.signUp();
    await again.openSettings();
    await again.until(CloudAgreementPage);
  });
});
