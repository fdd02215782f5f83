import { SettingsHome } from '../../pageobjects/settings-home.ts';
import { emulatedPhone } from '../support/emulated-phone.ts';

describe('A language of which there are no texts', () => {
  const phone = emulatedPhone({
    options: '--latency 0 --picture-code never',
    language: 'es',
    pictureCode: 'ask',
  });

  it('leaves to a person what no id tells, and signs up @regression @emulated', async () => {
    const signUp = phone.signUp();

    await signUp.openSettings();
    await phone.withPerson(signUp.until(SettingsHome), (person) => person.touchInCloud('Aceptar'));
    await signUp.account();

    expect(await phone.submissions('sign-in')).toBe(1);
  });
});
