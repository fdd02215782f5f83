import { SettingsHome } from '../../pageobjects/settings-home.ts';
import { emulatedPhone } from '../support/emulated-phone.ts';

const NOTE = { title: 'Shopping', text: 'Milk' };
const CONTACT = { name: 'Ann', number: '10086' };

describe('The same account on a second phone', () => {
  // The second code follows the first within a minute.
  const options = '--latency 0 --picture-code never --sms resend-after=0';
  const phone = emulatedPhone({ options, count: 2 });

  it('brings the notes and contacts of the first with sync on @regression @emulated', async () => {
    const signUp = phone.signUp();
    await signUp.openSettings();
    await signUp.until(SettingsHome);
    const account = await signUp.account();
    await phone.personalData().writeNote(NOTE);
    await phone.personalData().addContact(CONTACT);

    // The code comes to the first phone, which has the number.
    const signIn = phone.other.signIn();
    await signIn.openSettings();
    await signIn.until(SettingsHome);
    expect((await signIn.account()).shown).toBe(account.shown);

    const there = phone.other.personalData();
    expect(await there.noteComes(NOTE.title)).toBe(true);
    expect(await there.contactComes(CONTACT.name)).toBe(true);
  });
});
