import { emulatedPhone } from '../support/emulated-phone.ts';
import { signUpInterrupted } from '../support/interrupted-sign-up.ts';

describe('A low battery', () => {
  const phone = emulatedPhone({ options: '--latency 0 --picture-code never' });

  it('is dismissed at every step, and the sign-up goes on @regression @emulated', async () => {
    await signUpInterrupted(phone, () => phone.interruptions.lowBattery());
  });
});
