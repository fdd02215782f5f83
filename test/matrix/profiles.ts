import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { z } from 'zod';
import { LANGUAGES } from '../../config/languages.ts';
import { PROJECT_ROOT } from '../../config/paths.ts';
import { loadSettings } from '../../config/settings.ts';

const EXECUTABLE = join(PROJECT_ROOT, 'emulator', 'bin', 'xiaomi-phone.mjs');

const Profiles = z
  .array(
    z.object({
      id: z.string().min(1),
      model: z.string(),
      system: z.string(),
      region: z.string(),
      generation: z.string(),
      languages: z.array(z.string()),
    }),
  )
  .min(1);

/** The service answers at once: what takes longer on a busy machine is stuck. */
export const MATRIX_SETTINGS = loadSettings({ MI_EMULATOR_LATENCY: '0', MI_STEP_BUDGET: '60s' });

/** A phone that can be emulated, as `xiaomi-phone profiles --json` tells. */
export type PhoneProfile = z.infer<typeof Profiles>[number];

/** When the account service asks for the picture code; as `xiaomi-phone --picture-code` takes it. */
const PICTURE_CODES = ['after', 'before', 'never'] as const;

/** Whether the account app fills in the SMS code by itself; as `xiaomi-phone --sms-autofill` takes it. */
const SMS_AUTOFILLS = ['off', 'on'] as const;

/** One sign-up of the matrix. */
export interface Combination {
  readonly profile: PhoneProfile;
  readonly language: string;
  readonly pictureCode: (typeof PICTURE_CODES)[number];
  readonly smsAutofill: (typeof SMS_AUTOFILLS)[number];
}

/** The phones that can be emulated. */
export async function emulatedProfiles(): Promise<PhoneProfile[]> {
  const { stdout } = await promisify(execFile)(process.execPath, [
    EXECUTABLE,
    'profiles',
    '--json',
  ]);
  return Profiles.parse(JSON.parse(stdout));
}

/**
 * Every profile in every language that the harness knows, whether or not the profile names it: a
 * phone that lacks one fails there. The picture code's time, and who fills in the SMS code, take turns,
 * so that every phone and every language sees more than one of each.
 */
export function combinationsOf(profiles: readonly PhoneProfile[]): Combination[] {
  return profiles.flatMap((profile, row) =>
    LANGUAGES.map((language, column) => ({
      profile,
      language,
      pictureCode: PICTURE_CODES[(row + column) % PICTURE_CODES.length] ?? 'after',
      smsAutofill: SMS_AUTOFILLS[(row + column) % SMS_AUTOFILLS.length] ?? 'off',
    })),
  );
}
