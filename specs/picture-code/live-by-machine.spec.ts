import { OcrRefusedError } from '../../config/live.ts';
import { CloudAgreementPage } from '../../pageobjects/cloud-agreement-page.ts';
import { emulatedPhone } from '../support/emulated-phone.ts';

describe('The picture code', () => {
  const phone = emulatedPhone({ options: '--latency 0', live: true, pictureCode: 'ocr' });

  it('is never read by machine on the live service @regression @emulated', async () => {
    const signUp = phone.signUp();

    await signUp.openSettings();

    await expect(signUp.until(CloudAgreementPage)).rejects.toThrow(OcrRefusedError);
  });
});
