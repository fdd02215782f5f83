import { emulatedPhone } from '../support/emulated-phone.ts';
import { signUpInterrupted } from '../support/interrupted-sign-up.ts';

describe('A message of somebody else', () => {
  const phone = emulatedPhone({ options: '--latency 0 --picture-code never' });

  it('that comes at every step, with a number in it, is no code @regression @emulated', async () => {
    const message = { from: '+12015550100', body: 'Meet me at 4711 Main Street' };

    await signUpInterrupted(phone, () => phone.receiveSms(message));
  });
});
