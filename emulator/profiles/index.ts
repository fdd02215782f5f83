import type { Profile } from './profile.ts';
import { redmi7a } from './redmi-7a.ts';
import { redmiNote13Pro5g } from './redmi-note-13-pro-5g.ts';
import { redmiNote82021 } from './redmi-note-8-2021.ts';
import { xiaomi13 } from './xiaomi-13.ts';

/** Every phone this emulator can be, the newest system first. */
export const profiles: readonly Profile[] = [redmiNote13Pro5g, xiaomi13, redmiNote82021, redmi7a];

export const defaultProfile: Profile = redmiNote13Pro5g;

/**
 * The profile of that id.
 * @throws RangeError naming the known ids.
 */
export function findProfile(id: string): Profile {
  const profile = profiles.find((candidate) => candidate.id === id);
  if (!profile) {
    const known = profiles.map((candidate) => candidate.id).join(', ');
    throw new RangeError(`unknown phone profile '${id}'; known: ${known}`);
  }
  return profile;
}

/** The languages a phone can be set to: a locale without its country, save where it is Chinese. */
export function languagesOf({ locales }: Profile): string[] {
  return locales.map((locale) => (locale.startsWith('zh-') ? locale : locale.replace(/-.*$/, '')));
}

/**
 * The phone as sold in another of its languages.
 * @throws RangeError naming the languages that it has.
 */
export function inLanguage(profile: Profile, language: string): Profile {
  const languages = languagesOf(profile);
  const index = languages.indexOf(language);
  const locale = profile.locales[index] ?? profile.locales.find((known) => known === language);
  if (locale === undefined) {
    throw new RangeError(
      `${profile.name} has no language '${language}'; it has ${languages.join(', ')}`,
    );
  }
  const others = profile.locales.filter((other) => other !== locale);
  return { ...profile, locales: [locale, ...others] };
}
