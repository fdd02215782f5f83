import { CloudAgreementPage } from '../../pageobjects/cloud-agreement-page.ts';
import { SettingsHome } from '../../pageobjects/settings-home.ts';
import { emulatedPhone } from '../support/emulated-phone.ts';

const PASSWORD = 'correct-horse';
const NOTE = { title: 'Shopping', text: 'Milk' };
const CONTACT = { name: 'Ann', number: '10086' };
const OTHER_NOTE = { title: 'Holidays', text: 'Sunscreen' };
const OTHER_CONTACT = { name: 'Bob', number: '10010' };

describe('The same account on a second phone', () => {
  const phone = emulatedPhone({ options: '--latency 0', count: 2 });

  it('neither brings nor takes notes and contacts with sync off @regression @emulated @slow', async () => {
    await phone.numberHasAccount(PASSWORD);
    const signIn = phone.signIn({ password: PASSWORD });
    await signIn.openSettings();
    await signIn.until(SettingsHome);
    const here = phone.personalData();
    await here.writeNote(NOTE);
    await here.addContact(CONTACT);
    await phone.synced({ notes: 1, contacts: 1 });

    const signInThere = phone.other.signIn({ password: PASSWORD });
    await signInThere.openSettings();
    const agreement = await signInThere.until(CloudAgreementPage);
    await agreement.tapSync();
    await signInThere.until(SettingsHome);
    const there = phone.other.personalData();
    await there.writeNote(OTHER_NOTE);
    await there.addContact(OTHER_CONTACT);

    // Each phone has its own, and not the other's.
    expect(await there.hasNote(OTHER_NOTE.title)).toBe(true);
    expect(await there.hasNote(NOTE.title)).toBe(false);
    expect(await there.hasContact(OTHER_CONTACT.name)).toBe(true);
    expect(await there.hasContact(CONTACT.name)).toBe(false);
    expect(await here.hasNote(OTHER_NOTE.title)).toBe(false);
    expect(await here.hasContact(OTHER_CONTACT.name)).toBe(false);
    await phone.synced({ notes: 1, contacts: 1 });
  });
});
