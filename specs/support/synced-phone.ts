import { runContext } from '../../config/run-context.ts';
import { PersonalData } from '../../flows/personal-data.ts';
import { thePhone } from '../../flows/phones.ts';
import { SignOut } from '../../flows/sign-out.ts';
import { SettingsHome } from '../../pageobjects/settings-home.ts';
import type { PhoneOfTest } from './phone-of-test.ts';

export const NOTE = { title: 'Shopping', text: 'Milk' };
export const CONTACT = { name: 'Ann', number: '10086' };

/** Signs up, and has a note and a contact that the phone has synced. */
export async function signUpAndSync(phone: PhoneOfTest): Promise<PersonalData> {
  const signUp = phone.signUp();
  await signUp.openSettings();
  await signUp.until(SettingsHome);
  await signUp.account();
  const data = new PersonalData(thePhone(), runContext());
  await data.writeNote(NOTE);
  await data.addContact(CONTACT);
  await phone.synced({ notes: 1, contacts: 1 });
  return data;
}

/** @param syncedData the answer to “Delete synced items from this device?” */
export async function signOutOf(syncedData: 'keep' | 'remove'): Promise<SettingsHome> {
  const signOut = new SignOut(thePhone(), runContext(), { syncedData });
  await signOut.openSettings();
  return signOut.until(SettingsHome);
}
