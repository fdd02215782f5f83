import { CloudAgreementPage } from '../../pageobjects/cloud-agreement-page.ts';
import { PictureCodePage } from '../../pageobjects/picture-code-page.ts';
import { emulatedPhone } from '../support/emulated-phone.ts';

describe('The picture code', () => {
  const phone = emulatedPhone({ options: '--picture-code after --latency 0' });

  it('is not sent while its field is empty @regression @emulated', async () => {
    const signUp = phone.signUp();

    await signUp.openSettings();
    const picture = await signUp.until(PictureCodePage);
    await picture.confirm();
    await browser.waitUntil(() => picture.saysItIsEmpty(), {
      timeoutMsg: 'The page did not say that the field is empty.',
    });
    expect(await phone.submissions('picture-answers')).toBe(0);

    await signUp.until(CloudAgreementPage);
  });
});
