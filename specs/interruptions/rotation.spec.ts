import { emulatedPhone } from '../support/emulated-phone.ts';
import { signUpInterrupted } from '../support/interrupted-sign-up.ts';

describe('A phone that is turned', () => {
  const phone = emulatedPhone({ options: '--latency 0 --picture-code never' });

  it('on its side and back, at every step, signs up all the same @regression @emulated', async () => {
    let degrees: 0 | 90 = 0;

    await signUpInterrupted(phone, async () => {
      degrees = degrees === 0 ? 90 : 0;
      await phone.interruptions.turn(degrees);
    });
  });
});
