import type { Language } from '../../../config/languages.ts';
import type { StringName, StringTable } from '../../../pageobjects/strings/table.ts';
import type { ApkInput } from '../inputs.ts';
import type { Wanted } from '../locators/wanted.ts';
import { localesOf, normalised } from './languages.ts';
import { nearMisses } from './near-misses.ts';
import { namesAreGone } from './resource-names.ts';
import type { ResourcePackage, ResourceText } from './resource-table.ts';

/** `unknown`: the APK cannot tell. */
export type Verdict = 'found' | 'missing' | 'unknown';

export interface IdResult {
  /** Full. */
  readonly id: string;
  readonly verdict: Verdict;
  /** Names of ids most like one that is missing. */
  readonly near: readonly string[];
  readonly screens: readonly string[];
}

export interface TextResult {
  /** Of the string table. */
  readonly name: StringName;
  readonly language: Language;
  readonly verdict: Verdict;
  /** Names of the resources that have one of the wordings. */
  readonly resources: readonly string[];
  /** The wordings that are looked for. */
  readonly wordings: readonly string[];
  /** Texts of the app most like those. */
  readonly near: readonly string[];
  readonly screens: readonly string[];
}

export interface ApkResult {
  readonly file: string;
  readonly packageName: string;
  /** Whether the build took names of resources away. */
  readonly namesAreGone: boolean;
  readonly ids: readonly IdResult[];
  readonly texts: readonly TextResult[];
}

/** Looks up in an app what page objects and flows look for on its screens. */
export function checkApk(
  { path, apk: { packageName, packages } }: ApkInput,
  wanted: Wanted,
  tables: Readonly<Record<Language, StringTable>>,
): ApkResult {
  const names = new Set(packages.flatMap((each) => [...each.namesOf('id')]));
  const gone = namesAreGone(names);
  const isOwn = (owner: string) =>
    owner === packageName || packages.some(({ name }) => name === owner);
  return {
    file: path,
    packageName,
    namesAreGone: gone,
    ids: wanted.ids
      .filter(({ id, isPattern }) => !isPattern && isOwn(ownerOf(id)))
      .map(({ id, screens }) => ({ id, screens, ...lookUp(id, names, gone) })),
    texts: (Object.keys(tables) as Language[]).flatMap((language) => {
      const texts = packages.flatMap((each) => textsIn(each, language));
      return (
        wanted.texts
          .filter(({ packageName: owner }) => owner === undefined || isOwn(owner))
          .map(({ name, screens, packageName: owner }) => ({
            owner,
            result: {
              ...{ name, language, screens, wordings: tables[language][name] },
              ...findText(tables[language][name], texts),
            },
          }))
          // Whose text it is that no page object gives an app, only its being here can tell.
          .filter(({ owner, result }) => owner !== undefined || result.verdict === 'found')
          .map(({ result }) => result)
      );
    }),
  };
}

function ownerOf(id: string): string {
  return id.split(':')[0] ?? '';
}

function lookUp(id: string, names: ReadonlySet<string>, gone: boolean) {
  const name = id.slice(id.indexOf('/') + 1);
  if (names.has(name)) return { verdict: 'found' as const, near: [] };
  if (gone) return { verdict: 'unknown' as const, near: [] };
  return { verdict: 'missing' as const, near: nearMisses(name, names) };
}

/** Those of the app's languages that a phone set to this one may show. */
function textsIn(each: ResourcePackage, language: Language): ResourceText[] {
  return localesOf(language, each.locales()).flatMap((locale) => each.textsIn(locale));
}

function findText(wordings: readonly string[], texts: readonly ResourceText[]) {
  const wanted = new Set(wordings.map(normalised));
  const resources = texts.filter(({ text }) => wanted.has(normalised(text)));
  if (resources.length > 0) {
    const names = [...new Set(resources.map(({ name }) => name))];
    return { verdict: 'found' as const, resources: names, near: [] };
  }
  if (texts.length === 0) return { verdict: 'unknown' as const, resources: [], near: [] };
  const all = new Set(texts.map(({ text }) => text));
  const near = wordings.flatMap((wording) => nearMisses(wording, all));
  return { verdict: 'missing' as const, resources: [], near: [...new Set(near)] };
}
