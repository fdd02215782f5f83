import { HarnessError } from './errors.ts';
import { numberInInventory } from './inventory.ts';
import { numberEnding } from './phone-number.ts';
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

/** On the live service a number was not given for the very phone that would use it. */
export class NumberNotGivenError extends HarnessError {
  override readonly category = 'set-up';
}

type NamedPhone = Pick<PhoneUnderTest, 'serial' | 'environment'>;

/**
 * To be called before a phone is chosen.
 * @throws {LiveSignupNotAllowedError} for a phone that this run did not start, unless
 * MI_ALLOW_LIVE_SIGNUP=yes.
 */
export function assertSignUpPermitted(
  phone: NamedPhone,
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
      trouble: 'live-sign-up',
    },
  );
}

/**
 * To be called before a sign-up begins. A live sign-up uses a number up, so it takes the one that a
 * person gave for that very phone, never one that happens to be set.
 * @param settings `phoneNumber` is the one that would be used.
 * @throws {LiveSignupNotAllowedError} as `assertSignUpPermitted`.
 * @throws {NumberNotGivenError} on the live service, unless the inventory has that number for that
 * phone, or MI_PHONE_NUMBER comes with an MI_PHONES that names that phone alone.
 */
export function assertMaySignUp(
  phone: NamedPhone,
  settings: Pick<Settings, 'allowLiveSignup' | 'phoneNumber' | 'selection' | 'inventory'>,
): void {
  assertSignUpPermitted(phone, settings);
  if (phone.environment !== 'live') return;
  const { serials } = settings.selection;
  const isNamed = serials.length === 1 && serials[0] === phone.serial;
  const inInventory = numberInInventory(settings.inventory, phone.serial)?.number;
  const { phoneNumber = inInventory } = settings;
  if (phoneNumber !== undefined && (isNamed || phoneNumber === inInventory)) return;
  throw new NumberNotGivenError('Nobody said that this phone is to sign up with this number.', {
    phone: phone.serial,
    expected: 'on the live service, the number for that very phone',
    seen:
      inInventory === undefined
        ? 'no entry with a number for this serial in the inventory'
        : 'another number for this serial in the inventory than MI_PHONE_NUMBER',
    remedy: `Enter the phone with its number in config/phones.json (config/phones.example.json shows how), or set MI_PHONE_NUMBER together with MI_PHONES=${phone.serial}.`,
    trouble: 'live-sign-up',
  });
}

/**
 * What a run on the live service says before it begins.
 * @returns one line for the person, with the end of the number only; it is no secret.
 */
export function liveNotice(
  phone: Pick<PhoneUnderTest, 'serial' | 'model'>,
  number: string,
): string {
  return `LIVE: this run creates a Mi account on Xiaomi's live service with the number ${numberEnding(number)} on phone ${phone.serial}, ${phone.model}, and uses that number up. Ctrl-C now stops it.`;
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
    trouble: 'picture-not-answered',
  });
}
