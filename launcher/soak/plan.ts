import { LANGUAGES } from '../../config/languages.ts';

/** When the account service asks for the picture code; as `xiaomi-phone --picture-code` takes it. */
const PICTURE_CODES = ['after', 'before', 'never'] as const;
/** Whether the account app fills in the SMS code by itself; as `xiaomi-phone --sms-autofill` takes it. */
const SMS_AUTOFILLS = ['off', 'on'] as const;

/** What one sign-up is made on. */
export interface Combination {
  /** Id of the emulated phone's profile. */
  readonly profile: string;
  /** BCP 47. */
  readonly language: string;
  readonly pictureCode: (typeof PICTURE_CODES)[number];
  readonly smsAutofill: (typeof SMS_AUTOFILLS)[number];
}

/**
 * So many sign-ups: over all profiles by turns, and with each round in the next language. The picture
 * code's time, and who fills in the SMS code, change from one to the next of a profile and a language.
 * @param profiles their ids, at least one.
 */
export function planOf(profiles: readonly string[], count: number): Combination[] {
  return Array.from({ length: count }, (_, index) => {
    const round = Math.floor(index / profiles.length);
    const cycle = Math.floor(round / LANGUAGES.length);
    const own = (index % profiles.length) + (round % LANGUAGES.length) + cycle;
    return {
      profile: turn(profiles, index),
      language: turn(LANGUAGES, round),
      pictureCode: turn(PICTURE_CODES, own),
      smsAutofill: turn(SMS_AUTOFILLS, own),
    };
  });
}

function turn<T>(of: readonly T[], index: number): T {
  const taken = of[index % of.length];
  if (taken === undefined) throw new RangeError('nothing to take turns with');
  return taken;
}
