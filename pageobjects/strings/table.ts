import type { Language } from '../../config/languages.ts';
import { en } from './en.ts';

/** What a screen says, by meaning. Each entry lists every wording known for it. */
export interface StringTable {
  readonly accountRow: readonly string[];
  /** The row's summary on phones for China, where its title is then the account's name. */
  readonly accountRowSignedIn: readonly string[];
  readonly agree: readonly string[];
  readonly cloudAgree: readonly string[];
  readonly wrongSmsCode: readonly string[];
  readonly wrongCode: readonly string[];
  readonly codeExpired: readonly string[];
  readonly badNumber: readonly string[];
  readonly smsQuota: readonly string[];
  readonly tooManyAccounts: readonly string[];
  readonly tooOften: readonly string[];
  readonly numberRegistered: readonly string[];
  readonly noNetwork: readonly string[];
  readonly serverError: readonly string[];
  readonly sendFailed: readonly string[];
  readonly untrustedDevice: readonly string[];
  readonly accessDenied: readonly string[];
  readonly unknownError: readonly string[];
}

export type StringName = keyof StringTable;

const TABLES: Record<Language, StringTable> = { en };

/** The strings of the only language that has a table so far. */
export const strings: StringTable = TABLES.en;
