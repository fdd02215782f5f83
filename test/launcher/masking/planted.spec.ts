import { runContext } from '../../../config/run-context.ts';
import { AccountHome } from '../../../pageobjects/account-home.ts';
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

  it('fails in the middle of everything @regression @emulated', async () => {
    const id = await phone.numberHasAccount(value('password'), value('nickname'));
    runContext().progress.emit({ type: 'note', text: `The account is ${id}.` });
    const signUp = phone.signUp();
    await signUp.openSettings();
    await signUp.until(SmsCodePage);
    await phone.receiveSms({
      from: value('sender of a message'),
      body: value('text of a message'),
    });
    await phone.receiveSms({ from: 'xiaomi', body: `【小米】验证码 ${value('code of an SMS')}。` });
    await signUp.until(AccountHome);
  });
});
