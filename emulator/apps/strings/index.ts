import type { Spelling } from '../../profiles/profile.ts';
import { accountOwn } from './account.ts';
import { classic } from './classic.ts';
import { cloudPages } from './cloud-pages.ts';
import { cloud } from './cloud.ts';
import { contacts } from './contacts.ts';
import { es } from './es/index.ts';
import { gates } from './gates.ts';
import { interruptions } from './interruptions.ts';
import { legal } from './legal.ts';
import { notes } from './notes.ts';
import type { OverlayOf } from './overlay.ts';
import { passportMessages } from './passport-messages.ts';
import { passport } from './passport.ts';
import { settingsPages } from './settings-pages.ts';
import { settings, settingsRows } from './settings.ts';
import { secureKeyboard, system } from './system.ts';
import {
  LANGUAGES,
  OVERLAY_LANGUAGES,
  textOf,
  type Language,
  type OverlayLanguage,
  type Row,
} from './table.ts';

/** Every text of the apps; a later table does not repeat a name of an earlier one. */
export const TEXTS = {
  ...passport,
  ...passportMessages,
  ...settings,
  ...settingsRows,
  ...settingsPages,
  ...accountOwn,
  ...classic,
  ...cloud,
  ...cloudPages,
  ...contacts,
  ...notes,
  ...legal,
  ...gates,
  ...interruptions,
  ...system,
  ...secureKeyboard,
};

export type StringName = keyof typeof TEXTS;
const OVERLAYS: Readonly<Record<OverlayLanguage, OverlayOf<typeof TEXTS>>> = { es };

export type Strings = Readonly<Record<StringName, string>>;

/** What the labels depend on: of a phone, its language and how its system writes the brand. */
export interface Wording {
  /** BCP 47 */
  readonly locale: string;
  readonly profile: { readonly spelling: Spelling };
}

const tables = new Map<string, Strings>();

/** The labels of a phone; English where there is no text in its language. */
export function stringsFor({ locale, profile: { spelling } }: Wording): Strings {
  const language = languageOf(locale);
  const key = `${language} ${spelling}`;
  let table = tables.get(key);
  if (!table) {
    table = tableOf(language, spelling);
    tables.set(key, table);
  }
  return table;
}

/** The language of the texts for a locale: Chinese is told apart by its script. */
export function languageOf(locale: string): Language {
  const { language, script } = new Intl.Locale(locale).maximize();
  if (language === 'zh') return script === 'Hant' ? 'zh-TW' : 'zh-CN';
  return [...LANGUAGES, ...OVERLAY_LANGUAGES].find((known) => known === language) ?? 'en';
}

function tableOf(language: Language, spelling: Spelling): Strings {
  const column = LANGUAGES.findIndex((known) => known === language);
  const overlay: Partial<Record<string, string>> = isOverlay(language) ? OVERLAYS[language] : {};
  const spell = spelling === 'mi' ? OLDER_SPELLING[language] : (text: string) => text;
  const texts = Object.entries<Row>(TEXTS).map(([name, row]) => [
    name,
    spell(overlay[name] ?? textOf(row[column] ?? row[0])),
  ]);
  return Object.fromEntries(texts) as Strings;
}

function isOverlay(language: Language): language is OverlayLanguage {
  return OVERLAY_LANGUAGES.some((known) => known === language);
}

/** Up to MIUI 13 the account was called Mi Account, and Chinese wrote 帐号 for 账号. */
const OLDER_SPELLING: Readonly<Record<Language, (text: string) => string>> = {
  en: (text) => text.replaceAll('Xiaomi Account', 'Mi Account'),
  'zh-CN': (text) => text.replaceAll('账号', '帐号'),
  'zh-TW': (text) => text,
  es: (text) => text.replaceAll(/([Cc])uenta de Xiaomi/g, '$1uenta Mi'),
  ru: (text) => text.replaceAll(/[Аа]ккаунт([а-я]*) Xiaomi/g, 'Mi аккаунт$1'),
};

/** Fills in `%s`, `%d` in order and `%1$s` by number, as Android's getString does. */
export function format(text: string, ...values: readonly (string | number)[]): string {
  let next = 0;
  return text.replace(/%(?:(\d+)\$)?[sd]/g, (_, position?: string) =>
    String(values[position ? Number(position) - 1 : next++] ?? ''),
  );
}
