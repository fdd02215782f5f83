import { TextsMissingError } from '../../flows/errors.ts';
import { SettingsHome } from '../../pageobjects/settings-home.ts';
import { emulatedPhone } from '../support/emulated-phone.ts';

describe('A language of which there are no texts', () => {
  const phone = emulatedPhone({
    options: '--latency 0 --picture-code never',
    language: 'es',
    pictureCode: 'ocr',
  });

  it('is an error that names the missing texts, where nobody is there @regression @emulated', async () => {
    const signUp = phone.signUp();

    await signUp.openSettings();
    // Where the page of Xiaomi Cloud has an id, the sign-up needs no text.
    const walked = signUp.until(SettingsHome).catch((error: unknown) => error);

    const end = await walked;
    if (!(end instanceof SettingsHome)) {
      expect(end).toBeInstanceOf(TextsMissingError);
      expect(String(end)).toMatch(/Spanish \(es-ES\)[^]*cloudAgree \(English: Agree/);
    }
  });
});
