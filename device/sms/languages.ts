import { ARABIC } from './languages/ar.ts';
import { GERMAN } from './languages/de.ts';
import { ENGLISH } from './languages/en.ts';
import { SPANISH } from './languages/es.ts';
import { FRENCH } from './languages/fr.ts';
import { HINDI } from './languages/hi.ts';
import { INDONESIAN } from './languages/id.ts';
import type { SmsLanguage } from './languages/language.ts';
import { PORTUGUESE } from './languages/pt.ts';
import { RUSSIAN } from './languages/ru.ts';
import { TURKISH } from './languages/tr.ts';
import { VIETNAMESE } from './languages/vi.ts';
import { CHINESE } from './languages/zh.ts';

/** The languages that codes are found in. */
export const SMS_LANGUAGES: readonly SmsLanguage[] = [
  ENGLISH,
  CHINESE,
  RUSSIAN,
  SPANISH,
  PORTUGUESE,
  INDONESIAN,
  HINDI,
  ARABIC,
  GERMAN,
  FRENCH,
  TURKISH,
  VIETNAMESE,
];
