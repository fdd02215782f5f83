import { runContext } from '../config/run-context.ts';
import { thePhone } from '../flows/phones.ts';
import { SignOut } from '../flows/sign-out.ts';
import { SettingsHome } from '../pageobjects/settings-home.ts';
import { emulatedPhone } from './support/emulated-phone.ts';

describe('Signing out of a Mi account', () => {
  const phone = emulatedPhone({ options: '--picture-code never' });

  it('leaves nobody signed in on the phone @smoke @regression @emulated', async () => {
    const signUp = phone.signUp();
    await signUp.openSettings();
    await signUp.until(SettingsHome);
    await signUp.account();

    // Settings → Mi Account → Sign out; what was synced stays on the phone.
    const signOut = new SignOut(thePhone(), runContext());
    await signOut.openSettings();
    const settings = await signOut.until(SettingsHome);

    expect(await settings.accountShown()).toBeUndefined();
  });
});
