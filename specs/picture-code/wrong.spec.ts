import { CloudAgreementPage } from '../../pageobjects/cloud-agreement-page.ts';
import { emulatedPhone } from '../support/emulated-phone.ts';

describe('The picture code', () => {
  const phone = emulatedPhone({
    options: '--latency 0 --fault picture-answers=error:PICTURE_WRONG*1',
  });

  it('is tried again with a new picture when the app refuses it @regression @emulated', async () => {
    const signUp = phone.signUp();

    await signUp.openSettings();
    await signUp.until(CloudAgreementPage);

    expect(await phone.submissions('picture-answers')).toBe(2);
  });
});
