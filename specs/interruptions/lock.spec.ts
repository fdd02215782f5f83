import { emulatedPhone } from '../support/emulated-phone.ts';
import { signUpInterrupted } from '../support/interrupted-sign-up.ts';

describe('A screen that goes off and is locked', () => {
  const phone = emulatedPhone({ options: '--latency 0 --picture-code never --lock-screen swipe' });

  it('is unlocked at every step, and the sign-up goes on @regression @emulated', async () => {
    await signUpInterrupted(phone, () => phone.interruptions.pressKey('POWER'));
  });
});
