import { SMS_LANGUAGES } from './languages.ts';
import { wordsSource } from './words.ts';

/** Stands for what was blanked; it is no digit, no letter and no end of a sentence. */
const BLANK = '_';

/** With a limit on its groups, so that no text takes long. */
const AMOUNT = String.raw`(?<![\d.,])(?:\d{1,3}(?:[ .,]\d{3}){1,4}|\d{1,9})(?:[.,]\d{1,2})?`;
const CURRENCY = String.raw`[$€£¥₹₽₺₫₩]|(?<!\p{L})(?:rs|rp|tl|usd|eur|inr|cny|rmb|rub|brl|idr|try|vnd|aed|sar|egp|mxn)(?!\p{L})\.?`;
const CURRENCY_WORD = String.raw`元|块钱|(?:руб|euros?|dollars?|reais|pesos|rupiah|rupees|lira|ريال|درهم|रुपये)\p{M}*\p{L}*`;
const PRICE = new RegExp(
  String.raw`(?:${CURRENCY}) ?${AMOUNT}|${AMOUNT} ?(?:${CURRENCY}|${CURRENCY_WORD})|\d{1,3}(?:[.,]\d{3}){1,4} ?d(?!\p{L})`,
  'giu',
);

/** How the names of months begin in the languages of `languages.ts`. */
const MONTH = String.raw`(?:jan|ene|oca|feb|fev|sub|mar|apr|avr|abr|nis|may|mai|mei|jun|jui|haz|jul|tem|aug|ago|agu|aou|sep|set|eyl|oct|okt|out|eki|nov|kas|dec|dic|dez|des|ara|янв|фев|мар|апр|ма[йя]|июн|июл|авг|сен|окт|ноя|дек|يناير|فبراير|مارس|ابريل|مايو|يونيو|يوليو|اغسطس|سبتمبر|اكتوبر|نوفمبر|ديسمبر|जन|फ|मार्च|अप्र|मई|जून|जुल|अग|सि|अक|नव|दि)[\p{L}\p{M}]{0,8}`;
const YEAR = String.raw`(?:19|20)\d{2}(?!\d)`;
const DATES = [
  /(?<!\d)(?:\d{4}([-/.])\d{1,2}\1\d{1,2}|\d{1,2}([-/.])\d{1,2}\2\d{2,4})(?!\d)/g,
  /\d{2,4}年(?:\d{1,2}月(?:\d{1,2}[日号號]?)?)?|\d{1,2}月\d{1,2}[日号號]/g,
  new RegExp(
    String.raw`(?<!\d)\d{1,2}(?:st|nd|rd|th|\.)? (?:de )?${MONTH}\.?,? (?:de )?${YEAR}`,
    'giu',
  ),
  new RegExp(String.raw`(?<!\p{L})${MONTH}\.? \d{1,2}(?:st|nd|rd|th)?,? ${YEAR}`, 'giu'),
];
const TIME = /(?<!\d)\d{1,2}:\d{2}(?::\d{2})?(?!\d)/g;
const PERCENTAGE = /(?<!\d)\d{1,8}(?:[.,]\d{1,3})? ?[%٪]/g;

/** ASCII alone: Chinese text goes on behind an address without a space. */
const URL_TAIL = String.raw`[\w\-.~:/?#@!$&'*+=%]*`;
const ADDRESSES = [
  new RegExp(String.raw`(?<![\w.-])(?:https?://|www\.)${URL_TAIL}`, 'gi'),
  new RegExp(String.raw`(?<![\w.@-])[a-z][\w-]*(?:\.[\w-]+)+/${URL_TAIL}`, 'gi'),
  /(?<![\w.+-])[\w.+-]+@[\w.-]+/g,
];
/** By which Google's SMS Retriever finds the app that a message is for, at its very end. */
const APP_HASH = /(?<!\S)[A-Za-z0-9+/]{11}$/g;
/** E.164, with what people write between digits. */
const INTERNATIONAL_PHONE = /\+(?:\d[ ()-]{0,2}){7,15}(?!\d)/g;
/** `138****0000`, `**0000`; stars on both sides are bold type. */
const MASKED =
  /(?<![\d*•●])\d+(?:[*•●]{2,}[ -]?\d*|[*•●]\d+)|(?<![\d*•●])[*•●]{2,}[ -]?\d+(?![*•●\d])/g;

const timeUnits = wordsSource(SMS_LANGUAGES.flatMap((language) => language.timeUnits));
const DURATION = new RegExp(String.raw`(?<!\d)\d{1,5}[ -]?(?:${timeUnits})`, 'giu');

const otherCodes = SMS_LANGUAGES.flatMap((language) => language.otherCodes);
const otherNumbers = SMS_LANGUAGES.flatMap((language) => language.otherNumbers);
const OTHER_NUMBER = new RegExp(
  String.raw`${wordsSource([...otherNumbers, ...otherCodes])}(?:(?<=(?:no|nr|num|tel|ref|тел))\.)?[ :#("'*-]{0,3}(?:(?:为|為|是|is|es|est|ist|adalah) ?:? ?)?\d+(?:-\d+| \d{2,4}(?!\d)){0,4}`,
  'giu',
);
const OTHER_CODE = new RegExp(wordsSource(otherCodes), 'giu');

/** In this order: a date with a time is a date first, and what is left of a price no number. */
const OTHER_NUMBERS: readonly RegExp[] = [
  PRICE,
  PERCENTAGE,
  ...DATES,
  TIME,
  DURATION,
  INTERNATIONAL_PHONE,
  MASKED,
  OTHER_NUMBER,
  OTHER_CODE,
];

/** Whether an amount of money is named. */
export function namesPrice(text: string): boolean {
  return text.search(PRICE) !== -1;
}

/**
 * Blanks what is written for machines and may read like anything: the app hash, addresses.
 * @param text plain, see `plain-text.ts`
 */
export function withoutAddresses(text: string): string {
  return blank(text, [APP_HASH, ...ADDRESSES]);
}

/**
 * Blanks the numbers that cannot be a code: prices, dates and times, durations, phone numbers that
 * say so, orders and tables.
 * @param text plain, without addresses
 */
export function withoutOtherNumbers(text: string): string {
  return blank(text, OTHER_NUMBERS);
}

/** The text keeps its length, so that what is left stays as far apart as it was. */
function blank(text: string, patterns: readonly RegExp[]): string {
  return patterns.reduce(
    (rest, pattern) => rest.replace(pattern, (found) => BLANK.repeat(found.length)),
    text,
  );
}
