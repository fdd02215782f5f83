import { CloudAgreementPage } from '../../pageobjects/cloud-agreement-page.ts';
import { PictureCodePage } from '../../pageobjects/picture-code-page.ts';
import { emulatedPhone } from '../support/emulated-phone.ts';

describe('The picture code', () => {
  const phone = emulatedPhone({ options: '--picture-code before --latency 0' });

  it('is that of the new picture after a tap on the one before @regression @emulated', async () => {
    const signUp = phone.signUp();

    await signUp.openSettings();
    const page = await signUp.until(PictureCodePage);
    const before = await page.picture();
    await page.refresh();
    await browser.waitUntil(async () => !(await page.picture()).equals(before), {
      timeoutMsg: 'The picture stayed the same.',
    });
    await signUp.until(CloudAgreementPage);

    expect(await phone.submissions('picture-answers')).toBe(1);
  });
});
