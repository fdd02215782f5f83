import { CloudAgreementPage } from '../../pageobjects/cloud-agreement-page.ts';
import { PictureCodePage } from '../../pageobjects/picture-code-page.ts';
import { emulatedPhone } from '../support/emulated-phone.ts';

describe('The picture code', () => {
  const phone = emulatedPhone({ options: '--latency 0 --picture-code after' });

  it('is answered after the SMS code @regression @emulated', async () => {
    const signUp = phone.signUp();

    await signUp.openSettings();
    await signUp.until(PictureCodePage);
    expect(await phone.messages()).toBe(1);

    await signUp.until(CloudAgreementPage);
  });
});
