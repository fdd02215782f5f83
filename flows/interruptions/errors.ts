import { InterruptedByPhoneError } from '../errors.ts';

/**
 * The phone is back at a screen that was dealt with before, after something was sent.
 * @param screen that shows.
 */
export function interruptedByPhone(serial: string, screen: string): InterruptedByPhoneError {
  return new InterruptedByPhoneError(
    'The phone went back to an earlier screen in the middle of the journey.',
    {
      phone: serial,
      screen,
      expected: 'the screen that follows what was sent already',
      seen: 'an earlier one, as after the system has ended the account app',
      remedy:
        'Nothing was sent again. The service may have received everything, sent an SMS and made the account: look at Settings on the phone and at the ledger (`npm run ledger`) before the number is used again.',
      trouble: 'interrupted',
    },
  );
}
