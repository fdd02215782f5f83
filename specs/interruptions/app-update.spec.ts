import { emulatedPhone } from '../support/emulated-phone.ts';
import { signUpInterrupted } from '../support/interrupted-sign-up.ts';

describe('An update of an app', () => {
  const phone = emulatedPhone({ options: '--latency 0 --picture-code never' });

  it('is put off at every step, and the sign-up goes on @regression @emulated', async () => {
    await signUpInterrupted(phone, () => phone.interruptions.dialog('app-update'));
  });
});
