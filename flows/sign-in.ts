import type { HarnessClock } from '../config/clock.ts';
import type { RunContext } from '../config/run-context.ts';
import type { Phones } from './phones.ts';
import { SignUp } from './sign-up.ts';

export interface SignInOptions {
  /** The account's; without it a code by SMS opens the account. */
  readonly password?: string | undefined;
}

/**
 * Signs in to the Mi account that the number has, in Settings → Mi Account, as a person would. The
 * screens are those of a sign-up, and so is the way through them: but to the app's question whether the
 * account of that number is theirs the answer is yes, and where the app does not ask, it ends. Since the
 * app makes an account for a number that has none, a live phone asks the same permission as for a
 * sign-up, unless a password opens the account.
 */
export class SignIn extends SignUp {
  /** @throws NoAccountError from `until`, when the number has no account. */
  constructor(
    phones: Phones,
    context: RunContext,
    { password }: SignInOptions = {},
    clock?: HarnessClock,
  ) {
    super(phones, context, clock, { kind: 'sign-in', password });
  }
}
