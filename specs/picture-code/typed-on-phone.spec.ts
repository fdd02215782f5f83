import { CloudAgreementPage } from '../../pageobjects/cloud-agreement-page.ts';
import { emulatedPhone } from '../support/emulated-phone.ts';

describe('The picture code', () => {
  const phone = emulatedPhone({ options: '--latency 0', pictureCode: 'ask' });

  it('is typed on the phone by the person who is asked @regression @emulated', async () => {
    const signUp = phone.signUp();

    await signUp.openSettings();
    const person = phone.personAsked().then((asked) => asked.typePictureCode());
    await Promise.all([signUp.until(CloudAgreementPage), person]);

    expect(await phone.submissions('picture-answers')).toBe(1);
  });
});
