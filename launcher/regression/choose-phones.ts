import { splitProfile } from '../../config/emulated-kinds.ts';
import { LANGUAGES } from '../../config/languages.ts';
import type { Settings } from '../../config/settings.ts';
import { refuse, UsageError } from '../command-line.ts';
import type { RegressionOptions } from './options.ts';
import type { EmulatedProfile } from './profiles.ts';

const ALL = 'all';
const COMMAND = 'npm run regression';

/** Which phones are emulated: each profile in each language, or in its own where it names one. */
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
    if (options.profiles !== undefined) throw notEmulated('--profiles', target);
    if (options.languages !== undefined) throw notEmulated('--languages', target);
    return undefined;
  }
  const ids = known.map(({ id }) => id);
  const profiles = asked(options.profiles, emulator.profiles) ?? ids;
  const kinds = profiles.map(splitProfile);
  const spoken: readonly string[] = LANGUAGES.filter((language) =>
    known.every(
      ({ id, languages }) =>
        languages.includes(language) || !kinds.some(({ profile }) => profile === id),
    ),
  );
  const languages = asked(options.languages, emulator.languages) ?? spoken;
  for (const { profile, language } of kinds) {
    if (!ids.includes(profile)) refuseName('--profiles', profile, ids);
    if (language !== undefined && !spoken.includes(language)) {
      refuseName('--profiles', language, spoken);
    }
  }
  for (const language of languages) {
    if (!spoken.includes(language)) refuseName('--languages', language, spoken);
  }
  return { profiles, languages };
}

/** @returns each once; `undefined`: all there are. */
function asked(
  option: readonly string[] | undefined,
  ofSettings: readonly string[],
): readonly string[] | undefined {
  const names = option ?? ofSettings;
  return names.length === 0 || names.includes(ALL) ? undefined : [...new Set(names)];
}

function refuseName(option: string, seen: string, known: readonly string[]): never {
  return refuse(COMMAND, option, seen, `${ALL}, or some of ${known.join(', ')}`);
}

function notEmulated(option: string, target: string): UsageError {
  return new UsageError(`${option} chooses emulated phones.`, {
    expected: `no ${option}: the phones of MI_TARGET=${target} are what they are`,
    seen: option,
    remedy: 'choose among them with MI_PHONES, e.g. MI_PHONES=region=cn; see .env.example',
  });
}
