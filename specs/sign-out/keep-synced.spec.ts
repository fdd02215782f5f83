import { emulatedPhone } from '../support/emulated-phone.ts';
import { CONTACT, NOTE, signOutOf, signUpAndSync } from '../support/synced-phone.ts';

describe('Signing out of a Mi account', () => {
  const phone = emulatedPhone({ options: '--picture-code never --latency 0' });

  it('leaves what was synced on the phone @regression @emulated', async () => {
    const data = await signUpAndSync(phone);

    const settings = await signOutOf('keep');

    expect(await settings.accountShown()).toBeUndefined();
    expect(await data.hasNote(NOTE.title)).toBe(true);
    expect(await data.hasContact(CONTACT.name)).toBe(true);
    expect(await phone.cloudItems()).toEqual([{ notes: 1, contacts: 1 }]);
  });
});
