import { emulatedPhone } from '../support/emulated-phone.ts';
import { signUpInterrupted } from '../support/interrupted-sign-up.ts';

describe('The notification shade', () => {
  const phone = emulatedPhone({ options: '--latency 0 --picture-code never' });

  it('is closed at every step, and the sign-up goes on @regression @emulated', async () => {
    await signUpInterrupted(phone, () => phone.interruptions.openShade());
  });
});
