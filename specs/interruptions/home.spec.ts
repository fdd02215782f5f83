import { emulatedPhone } from '../support/emulated-phone.ts';
import { signUpInterrupted } from '../support/interrupted-sign-up.ts';

describe('The home screen', () => {
  const phone = emulatedPhone({ options: '--latency 0 --picture-code never' });

  it('is left for the app at every step, and the sign-up goes on @regression @emulated', async () => {
    await signUpInterrupted(phone, () => phone.interruptions.pressKey('HOME'));
  });
});
