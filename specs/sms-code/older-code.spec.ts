import { CloudAgreementPage } from '../../pageobjects/cloud-agreement-page.ts';
import { emulatedPhone } from '../support/emulated-phone.ts';

describe('The code from the SMS', () => {
  const phone = emulatedPhone({
    options: '--latency 0 --picture-code never --latency sms-delivery=2s',
  });

  it('is not one that came before it was asked for @regression @emulated', async () => {
    const signUp = phone.signUp();

    const older = '111111';
    await phone.receiveSms(
      { from: 'xiaomi', body: `Mi Account verification code: ${older}.` },
      older,
    );
    await phone.received(1);

    await signUp.openSettings();
    await signUp.until(CloudAgreementPage);

    expect(await phone.submissions('verifications')).toBe(1);
  });
});
