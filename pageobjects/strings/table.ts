import type { Language } from '../../config/languages.ts';
import { en } from './en.ts';
import { ru } from './ru.ts';
import { zhCn } from './zh-cn.ts';
import { zhTw } from './zh-tw.ts';

/**
 * What a screen says, by meaning. Each entry lists every wording known for it; `%s` stands for any text
 * and `%d` for a number.
 */
export interface StringTable {
  /** Title of the row whose title stays the same whoever is signed in. */
  readonly accountRow: readonly string[];
  /** Title, while nobody is signed in, of the row of phones for China. */
  readonly signInRow: readonly string[];
  /** That row's summary when somebody is signed in; its title is then the account's name. */
  readonly accountRowSignedIn: readonly string[];
  /** Title of the notification that asks to sign in. */
  readonly signInNotification: readonly string[];
  /** The row that adds an account to the phone, and the title of the page that it opens. */
  readonly addAccount: readonly string[];
  readonly agree: readonly string[];
  /** The button that leaves a question of the account app unanswered. */
  readonly cancel: readonly string[];
  readonly cloudAgree: readonly string[];
  /** Title of the row that has Find device's switch, on Xiaomi Cloud's agreement. */
  readonly findDevice: readonly string[];
  /** Title of the row that has the switch of syncing at all, in Xiaomi Cloud. */
  readonly cloudSync: readonly string[];
  /** Whether to do without Xiaomi Cloud: the question's two answers. */
  readonly useCloud: readonly string[];
  readonly doWithoutCloud: readonly string[];
  /** What Xiaomi Cloud's legal texts are called, in links and as titles. */
  readonly privacyPolicy: readonly string[];
  readonly userAgreement: readonly string[];
  /** Title of the account's row that leads to Xiaomi Cloud, and of that page. */
  readonly xiaomiCloud: readonly string[];
  /** Title of the row in Settings that leads to what the accounts sync. */
  readonly accountsAndSync: readonly string[];
  /** Title of the row there that has the switch of syncing at all. */
  readonly syncData: readonly string[];
  /** The button that signs out, and that of a question whether to. */
  readonly signOut: readonly string[];
  /** What becomes of the synced data when signing out: the question's two answers. */
  readonly keepSyncedData: readonly string[];
  readonly removeSyncedData: readonly string[];
  readonly wrongSmsCode: readonly string[];
  readonly wrongCode: readonly string[];
  /** What the page with the picture says when its field was left empty. */
  readonly emptyCode: readonly string[];
  readonly wrongPassword: readonly string[];
  readonly signOutFailed: readonly string[];
  readonly codeExpired: readonly string[];
  readonly numberMissing: readonly string[];
  readonly consentMissing: readonly string[];
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

/** Each language's own texts. */
export const TABLES: Readonly<Record<Language, StringTable>> = {
  en,
  'zh-CN': zhCn,
  'zh-TW': zhTw,
  ru,
};

/** The texts of all languages at once: whichever the phone is set to, one locator finds its text. */
export const strings = Object.fromEntries(
  (Object.keys(en) as StringName[]).map((name) => [
    name,
    [...new Set(Object.values(TABLES).flatMap((table) => table[name]))],
  ]),
) as unknown as StringTable;
