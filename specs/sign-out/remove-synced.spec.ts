import { emulatedPhone } from '../support/emulated-phone.ts';
import { CONTACT, NOTE, signOutOf, signUpAndSync } from '../support/synced-phone.ts';

describe('Signing out of a Mi account', () => {
  const phone = emulatedPhone({ options: '--picture-code never --latency 0' });

  it('takes what was synced off the phone, and leaves it in the cloud @regression @emulated', async () => {
    const data = await signUpAndSync(phone);

    const settings = await signOutOf('remove');

    expect(await settings.accountShown()).toBeUndefined();
    expect(await data.hasNote(NOTE.title)).toBe(false);
    expect(await data.hasContact(CONTACT.name)).toBe(false);
    expect(await phone.cloudItems()).toEqual([{ notes: 1, contacts: 1 }]);
  });
});
