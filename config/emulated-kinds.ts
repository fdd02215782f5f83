/** A kind of phone that can be emulated. */
export interface EmulatedKind {
  /** Id of the profile; `undefined`: xiaomi-phone's default. */
  readonly profile: string | undefined;
  /** BCP 47; `undefined`: the profile's own. */
  readonly language: string | undefined;
}

/** Between a profile and the one language that it is wanted in. */
const IN = '@';

/** Splits `xiaomi-13@ru` into profile and language; the language may be missing. */
export function splitProfile(text: string): { profile: string; language: string | undefined } {
  const [profile = '', language] = text.split(IN);
  return { profile, language };
}

/**
 * Every kind of phone that is wanted: each profile in each language, or in its own where it names one.
 * @param profiles ids, such as `xiaomi-13` or `xiaomi-13@ru`; empty: xiaomi-phone's default.
 * @param languages BCP 47; empty: each profile's own.
 */
export function emulatedKinds(
  profiles: readonly string[],
  languages: readonly string[],
): EmulatedKind[] {
  const inLanguages = (profile: string | undefined): EmulatedKind[] =>
    languages.length === 0
      ? [{ profile, language: undefined }]
      : languages.map((language) => ({ profile, language }));
  if (profiles.length === 0) return inLanguages(undefined);
  return profiles.flatMap((text) => {
    const kind = splitProfile(text);
    return kind.language === undefined ? inLanguages(kind.profile) : kind;
  });
}
