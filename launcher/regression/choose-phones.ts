import { LANGUAGES } from '../../config/languages.ts';
import type { Settings } from '../../config/settings.ts';
import { refuse, UsageError } from '../command-line.ts';
import type { RegressionOptions } from './options.ts';
import type { EmulatedProfile } from './profiles.ts';

const ALL = 'all';
const COMMAND = 'npm run regression';

/** Which phones are emulated: each profile in each language. */
export interface EmulatedPhones {
  readonly profiles: readonly string[];
  readonly languages: readonly string[];
}

/**
 * The emulated phones that the command line asks for, or the settings, or else all there are.
 * @returns `undefined` on a target whose phones are there already.
 * @throws {UsageError} naming what is known.
 */
export function chooseEmulatedPhones(
  options: Pick<RegressionOptions, 'profiles' | 'languages'>,
  { target, emulator }: Pick<Settings, 'target' | 'emulator'>,
  known: readonly EmulatedProfile[],
): EmulatedPhones | undefined {
  if (target !== 'emulated') {
    for (const [option, value] of Object.entries({
      '--profiles': options.profiles,
      '--languages': options.languages,
    })) {
      if (value !== undefined) throw notEmulated(option, target);
    }
    return undefined;
  }
  const ids = known.map(({ id }) => id);
  const profiles = chosen(options.profiles, emulator.profiles, ids, '--profiles');
  const spoken: readonly string[] = LANGUAGES.filter((language) =>
    known.every(({ id, languages }) => !profiles.includes(id) || languages.includes(language)),
  );
  return {
    profiles,
    languages: chosen(options.languages, emulator.languages, spoken, '--languages'),
  };
}

function chosen(
  asked: readonly string[] | undefined,
  ofSettings: readonly string[],
  known: readonly string[],
  option: string,
): readonly string[] {
  if (asked === undefined && ofSettings.length > 0) return ofSettings;
  if (asked === undefined || asked.includes(ALL)) return known;
  for (const name of asked) {
    if (!known.includes(name)) refuse(COMMAND, option, name, `all, or some of ${known.join(', ')}`);
  }
  return [...new Set(asked)];
}

function notEmulated(option: string, target: string): UsageError {
  return new UsageError(`${option} chooses emulated phones.`, {
    expected: `no ${option}: the phones of MI_TARGET=${target} are what they are`,
    seen: option,
    remedy: 'choose among them with MI_PHONES, e.g. MI_PHONES=region=cn; see .env.example',
  });
}
