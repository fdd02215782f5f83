import { runContext } from '../../config/run-context.ts';
import { openLegalText } from '../../flows/cloud/legal-text.ts';
import { CloudAgreementPage } from '../../pageobjects/cloud-agreement-page.ts';
import { CloudLegalPage } from '../../pageobjects/cloud-legal-page.ts';
import { emulatedPhone } from '../support/emulated-phone.ts';

describe("Xiaomi Cloud's agreement", () => {
  const phone = emulatedPhone({ options: '--picture-code never --latency 0' });

  it('is still there after its legal texts were read @regression @emulated', async () => {
    const signUp = phone.signUp();

    await signUp.openSettings();
    const agreement = await signUp.until(CloudAgreementPage);
    await agreement.tapSync();
    for (const text of ['privacyPolicy', 'userAgreement'] as const) {
      const open = () => openLegalText(agreement, text, runContext());
      await signUp.instead(agreement, open, 'the legal text to open');
      const legalText = await signUp.until(CloudLegalPage);
      expect(await legalText.shows(text)).toBe(true);
      await signUp.until(CloudAgreementPage);
    }

    expect(await agreement.syncIsOn()).toBe(false);
    expect(await phone.submissions('cloud')).toBe(0);
  });
});
