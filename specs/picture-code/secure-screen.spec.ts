import { CloudAgreementPage } from '../../pageobjects/cloud-agreement-page.ts';
import { emulatedPhone } from '../support/emulated-phone.ts';

describe('The picture code', () => {
  const phone = emulatedPhone({ options: '--latency 0 --secure on', pictureCode: 'ask' });

  it('is asked for on a page that forbids pictures, too @regression @emulated', async () => {
    const signUp = phone.signUp();

    await signUp.openSettings();
    const person = phone.personAsked().then((asked) => asked.typePictureCode());
    await Promise.all([signUp.until(CloudAgreementPage), person]);

    expect(await phone.submissions('picture-answers')).toBe(1);
  });
});
