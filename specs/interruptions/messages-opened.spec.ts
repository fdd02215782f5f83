import { emulatedPhone } from '../support/emulated-phone.ts';
import { signUpInterrupted } from '../support/interrupted-sign-up.ts';

describe('A message whose banner is touched', () => {
  const phone = emulatedPhone({ options: '--latency 0 --picture-code never' });

  it('opens the messages, which are left again, at every step @regression @emulated', async () => {
    const message = { from: '+12015550100', body: 'Dinner at eight' };

    await signUpInterrupted(phone, async () => {
      await phone.receiveSms(message);
      await phone.person().touchText(message.body);
    });
  });
});
