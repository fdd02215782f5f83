import { SMS_LANGUAGES, type SmsLanguage } from './languages.ts';

export interface SmsText {
  /** Number or name; Xiaomi sends under either. */
  sender: string;
  body: string;
  /** BCP 47, of the phone; its rules are tried first. */
  language?: string;
}

/** Names that the account service sends under. */
const XIAOMI_SENDER = /^(?:xiaomi|miui|mi ?account)$/i;
/** Chinese carriers want every such SMS signed, `【小米】`, at its beginning or end. */
const SIGNATURE = /^\s*【([^】]{1,20})】|【([^】]{1,20})】\s*$/;
const XIAOMI_SIGNATURE = /^(?:小米|xiaomi)/i;

/**
 * A code is 4, 6 or 8 digits, as the account app's own receiver takes them, in one run or halved
 * (`318 204`), with no digit or unit beside it. The receiver takes the first such run; of a text that
 * it was not made for that may be a duration or a date.
 */
const CANDIDATE = /(?<!\d[.,:/ -]?|\+)(?:\d{8}|\d{6}|\d{4}|\d{3}[ -]\d{3})(?![.:/ -]?\d)/g;
/** A code stands this near to the word that names it. */
const MAX_DISTANCE = 24;
/** What may stand between the word and its code: `code: 1`, `code is 1`, `1 (…code)`. */
const SENTENCE_END = /[.。!！?？;；\n](?:\s|$)/;

/**
 * Finds the code in an SMS of Xiaomi's account service.
 * @returns `undefined` for every other SMS, a bank's code included.
 */
export function parseSmsCode({ sender, body, language }: SmsText): string | undefined {
  const text = body.normalize('NFKC');
  if (!isFromXiaomi(sender, text)) return undefined;
  for (const rules of byPreference(language)) {
    const code = codeNearKeyword(text, rules);
    if (code !== undefined) return code;
  }
  return undefined;
}

function isFromXiaomi(sender: string, text: string): boolean {
  const signature = SIGNATURE.exec(text);
  if (signature !== null) return XIAOMI_SIGNATURE.test(signature[1] ?? signature[2] ?? '');
  return XIAOMI_SENDER.test(sender.trim()) || SMS_LANGUAGES.some(({ issuer }) => issuer.test(text));
}

function byPreference(language: string | undefined): SmsLanguage[] {
  const wanted = language?.split('-')[0];
  return [...SMS_LANGUAGES].sort(
    (a, b) => Number(b.language === wanted) - Number(a.language === wanted),
  );
}

/** The candidate nearest to a keyword; of two equally near ones the one that follows it. */
function codeNearKeyword(text: string, rules: SmsLanguage): string | undefined {
  const keywords = [...text.matchAll(new RegExp(rules.keyword, `g${rules.keyword.flags}`))].map(
    ({ index, 0: word }) => ({ from: index, to: index + word.length }),
  );
  let best: { code: string; distance: number } | undefined;
  for (const { index, 0: written } of text.matchAll(CANDIDATE)) {
    const end = index + written.length;
    if (SMS_LANGUAGES.some(({ timeUnit }) => timeUnit.test(text.slice(end)))) continue;
    for (const keyword of keywords) {
      const follows = index >= keyword.to;
      const between = follows ? text.slice(keyword.to, index) : text.slice(end, keyword.from);
      // A code that comes first is named in the same sentence; one that follows may not be.
      if (SENTENCE_END.test(between)) continue;
      const distance = between.length + (follows ? 0 : 0.5);
      if (between.length <= MAX_DISTANCE && distance < (best?.distance ?? Infinity)) {
        best = { code: written.replace(/\D/g, ''), distance };
      }
    }
  }
  return best?.code;
}
