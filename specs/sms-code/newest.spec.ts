import { CloudAgreementPage } from '../../pageobjects/cloud-agreement-page.ts';
import { SmsCodePage } from '../../pageobjects/sms-code-page.ts';
import { emulatedPhone } from '../support/emulated-phone.ts';

const ON_THE_WAY_MS = 60_000;

describe('The code from the SMS', () => {
  const phone = emulatedPhone({ options: '--latency 0 --picture-code never' });

  it('is the one that was sent last, though an older one arrives after it @regression @emulated', async () => {
    const older = '111111';
    const signUp = phone.signUp();

    await signUp.openSettings();
    await signUp.until(SmsCodePage);
    await phone.received(1);
    await phone.receiveSms(
      {
        from: 'xiaomi',
        body: `Mi Account verification code: ${older}.`,
        sentAt: new Date(Date.now() - ON_THE_WAY_MS),
      },
      older,
    );
    await phone.received(2);
    await signUp.until(CloudAgreementPage);

    expect(await phone.submissions('verifications')).toBe(1);
  });
});
