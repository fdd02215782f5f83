import { runContext } from '../../config/run-context.ts';
import { PersonalData } from '../../flows/personal-data.ts';
import { thePhone } from '../../flows/phones.ts';
import { SignOut } from '../../flows/sign-out.ts';
import { SettingsHome } from '../../pageobjects/settings-home.ts';
import { emulatedPhone } from '../support/emulated-phone.ts';

const NOTE = { title: 'Shopping', text: 'Milk' };
const CONTACT = { name: 'Ann', number: '10086' };

describe('Signing out of a Mi account', () => {
  const phone = emulatedPhone({ options: '--picture-code never --latency 0' });

  it('leaves what was synced on the phone @regression @emulated', async () => {
    const signUp = phone.signUp();
    await signUp.openSettings();
    await signUp.until(SettingsHome);
    await signUp.account();
    const data = new PersonalData(thePhone(), runContext());
    await data.writeNote(NOTE);
    await data.addContact(CONTACT);
    await phone.synced({ notes: 1, contacts: 1 });

    // “Delete synced items from this device?”
    const signOut = new SignOut(thePhone(), runContext(), { syncedData: 'keep' });
    await signOut.openSettings();
    const settings = await signOut.until(SettingsHome);

    expect(await settings.accountShown()).toBeUndefined();
    expect(await data.hasNote(NOTE.title)).toBe(true);
    expect(await data.hasContact(CONTACT.name)).toBe(true);
    expect(await phone.cloudItems()).toEqual([{ notes: 1, contacts: 1 }]);
  });
});
