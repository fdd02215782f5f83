import { HarnessError } from './errors.ts';
import type { PhoneEnvironment, PhoneUnderTest } from './run-context.ts';
import type { Settings } from './settings.ts';

/**
 * What a phone talks to. Only a phone that this run started itself is a test phone; for any other
 * one the person's declaration counts, and without one it is live.
 */
export function phoneEnvironment(
  startedByThisRun: boolean,
  settings: Pick<Settings, 'environment'>,
): PhoneEnvironment {
  return startedByThisRun ? 'test' : settings.environment;
}

/** A real account would be created, and nobody said that this is wanted. */
export class LiveSignupNotAllowedError extends HarnessError {
  override readonly category = 'set-up';
}

/** A machine would answer a picture that is there to ask a human. */
export class OcrRefusedError extends HarnessError {
  override readonly category = 'set-up';
}

/**
 * To be called before a sign-up begins.
 * @throws {LiveSignupNotAllowedError} for a phone that this run did not start, unless
 * MI_ALLOW_LIVE_SIGNUP=yes.
 */
export function assertMaySignUp(
  phone: Pick<PhoneUnderTest, 'serial' | 'environment'>,
  settings: Pick<Settings, 'allowLiveSignup'>,
): void {
  if (phone.environment === 'test' || settings.allowLiveSignup) return;
  throw new LiveSignupNotAllowedError(
    `A run on this phone signs up: it would create an account on the ${phone.environment} service.`,
    {
      phone: phone.serial,
      expected: 'a phone that this run started itself, or your explicit permission',
      seen: `a phone that this run does not start (environment: ${phone.environment})`,
      remedy:
        'Set MI_ALLOW_LIVE_SIGNUP=yes if an account is really to be created with this number, or use MI_TARGET=emulated.',
    },
  );
}

/**
 * To be called before a machine reads a picture code.
 * @throws {OcrRefusedError} on the live service, whatever the settings say.
 */
export function assertOcrAllowed(environment: PhoneEnvironment): void {
  if (environment !== 'live') return;
  throw new OcrRefusedError('On the live service the picture code is answered by a person.', {
    expected: 'a phone that this run started itself, or MI_ENVIRONMENT=staging',
    seen: 'environment: live',
    remedy: 'Set MI_PICTURE_CODE=ask: the run asks you for the text of the picture.',
  });
}
