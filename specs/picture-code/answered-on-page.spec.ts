import { CloudAgreementPage } from '../../pageobjects/cloud-agreement-page.ts';
import { emulatedPhone } from '../support/emulated-phone.ts';
import { onOperatorPage } from '../support/operator-page.ts';

describe('The picture code', () => {
  const phone = emulatedPhone({ options: '--latency 0', pictureCode: 'ask' });

  it('is answered on the operator page @regression @emulated', async () => {
    const signUp = phone.signUp();

    await signUp.openSettings();
    const answered = onOperatorPage(async (page) => {
      const person = await phone.personAsked();
      await page.answer(await person.readPictureCode());
    });
    await Promise.all([signUp.until(CloudAgreementPage), answered]);

    expect(await phone.submissions('picture-answers')).toBe(1);
  });
});
