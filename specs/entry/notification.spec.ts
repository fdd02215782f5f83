import { NotificationShade } from '../../pageobjects/notification-shade.ts';
import { SettingsHome } from '../../pageobjects/settings-home.ts';
import { emulatedPhone } from '../support/emulated-phone.ts';

describe('The way to the account app', () => {
  const phone = emulatedPhone({ options: '--latency 0 --picture-code never' });

  it('leads by the notification that asks to sign in @regression @emulated', async () => {
    const signUp = phone.signUp();
    const shade = new NotificationShade(browser);

    const settings = await signUp.openSettings();
    // Pull down the notifications and tap the account app's.
    await signUp.instead(
      settings,
      async () => {
        await shade.open();
        await shade.tapSignIn();
      },
      'the account app to open',
    );
    const settingsAgain = await signUp.until(SettingsHome);
    const account = await signUp.account();

    expect(await settingsAgain.accountShown()).toBe(account.shown);
  });
});
