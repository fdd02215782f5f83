import { SettingsHome } from '../../../pageobjects/settings-home.ts';
import { SmsCodePage } from '../../../pageobjects/sms-code-page.ts';
import { emulatedPhone } from '../../../specs/support/emulated-phone.ts';

// Run in a copy of the project, as deep in it as here, by planted-run.test.ts.
const planted = JSON.parse(process.env['PLANTED'] ?? '{}') as Record<string, string>;
const value = (what: string): string => planted[what] ?? '';

describe('A phone that holds secrets', () => {
  const phone = emulatedPhone({ options: '--latency 0 --picture-code never' });

  it('signs in to an account that has a name @regression @emulated', async () => {
    await phone.numberHasAccount(value('password'), value('nickname'));
    await phone.personalData().addContact({
      name: value('name of a contact'),
      number: `+1${value('number of a contact')}`,
    });
    const signIn = phone.signIn({ password: value('password') });
    await signIn.openSettings();
    await signIn.until(SettingsHome);
    expect((await signIn.account()).shown).toBe(value('nickname'));
  });

  it('fails with a name on the screen, and a message over it @regression @emulated', async () => {
    await phone.numberHasAccount(value('password'), value('nickname'));
    const signUp = phone.signUp();
    await signUp.openSettings();
    await signUp.until(SmsCodePage);
    const from = value('sender of a message');
    await phone.receiveSms({ from, body: `Your code is ${value('code of an SMS')}` });
    await phone.receiveSms({ from, body: value('text of a message') });
    // Whose the number is, the app says in a dialog.
    await signUp.until(SettingsHome);
  });
});
