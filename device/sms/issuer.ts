import { SMS_LANGUAGES } from './languages.ts';
import { namesPrice } from './noise.ts';
import { wordsPattern, wordsSource } from './words.ts';

const BRAND = wordsSource(['xiaomi', '小米', 'сяоми', 'शाओमी', 'श्याओमी', 'شاومي']);
/** Names that the account service sends under; India's carriers write them `VM-XIAOMI-S`. */
const SENDER = new RegExp(
  String.raw`^(?:[a-z]{2}-)?(?:${BRAND}|miui|(?:xiaomi|mi) ?(?:account|cloud))(?:-[a-z])?$`,
  'iu',
);
/** Also a word of Spanish and the initials of others. */
const SHORT_SENDER = /^(?:[a-z]{2}-)?mi(?:-[a-z])?$/i;

/** Chinese carriers want every such SMS signed, `【小米】`, at its beginning or end; some write `[小米]`. */
const SIGNED = String.raw`【([^】]{1,20})】|\[([^\]]{0,20}\p{Script=Han}[^\]]{0,20})\]`;
const SIGNATURES = new RegExp(`^(?:${SIGNED})|(?:${SIGNED})$`, 'gu');
/** Not its shop, its bank and the rest of the family, which have codes of their own. */
const OUR_SIGNATURE =
  /^(?:小米(?:科技|集团|集團|公司|通讯|[帐账]号|帳號|云服务|雲服務)?|xiaomi|miui|mi ?(?:account|cloud))$/i;
/** The same in other places: `[Xiaomi] …`, `Xiaomi: …`, `… - Xiaomi`. */
const OPENING = new RegExp(
  String.raw`^(?:<#> ?)?(?:\[${BRAND}\]|\(${BRAND}\)|${BRAND} ?[:|]|${BRAND} - )`,
  'iu',
);
const CLOSING = new RegExp(String.raw`(?:\[${BRAND}\]|\(${BRAND}\)|[-\n] ?${BRAND}\.?)$`, 'iu');
/** The last line of an origin-bound code: https://wicg.github.io/sms-one-time-codes/ */
const ORIGIN = /(?:^|\n)@(?:[\w-]{1,63}\.){0,4}(?:xiaomi|mi)\.com #\d/i;

const ACCOUNT = wordsPattern(SMS_LANGUAGES.flatMap(({ account }) => account));
const MONEY = wordsPattern(SMS_LANGUAGES.flatMap(({ money }) => money));

const codes = wordsSource(
  SMS_LANGUAGES.flatMap(({ codeNames, codeWords }) => [...codeNames, ...codeWords]),
);
/** In the brackets of a signature, but nobody's name: `[验证码]318204`. */
const HEADING = new RegExp(`^${codes}$`, 'iu');
/** A shop, a phone, a merchant: `code for the Xiaomi 13`, `OTP Xiaomi Store`. */
const NO_PRODUCT = String.raw`(?![ -]?(?:\d{1,2}(?!\d)|store|shop|pay|home|redmi|poco|mi(?!\p{L})|商城|金融|有品|手机))`;
const CODE_OF_BRAND = new RegExp(
  [
    String.raw`${BRAND}(?:'s)?[ -]?${codes}`,
    String.raw`${codes}(?: الخاص بك)?(?: (?:de|da|do|von|from|cua|dari|من|от))? ${BRAND}${NO_PRODUCT}`,
  ].join('|'),
  'iu',
);

/** Whether the text itself says that it is about the account. */
export function namesAccount(text: string): boolean {
  return text.search(ACCOUNT) !== -1;
}

/**
 * Whether Xiaomi's account service wrote an SMS. Numbers prove nothing, as everybody in China sends
 * from `106…`. It did if
 *
 * - the text is signed by it, `【小米】`; one signed by anybody else is refused, whatever it says; or
 * - the sender has one of its names; or
 * - the text names the account (`Mi Account`), or Xiaomi as the one who sends the code (`your Xiaomi
 *   code`, `[Xiaomi] …`) and not as a shop, a phone or a merchant.
 *
 * A text with a price is refused, whoever it comes from, as Xiaomi has a shop and a bank too. One that
 * speaks of money without one is refused unless the sender has one of its longer names: banks name
 * merchants, but Xiaomi itself may warn of telling the code to a bank.
 * @param sender number or name, plain, as is
 * @param text plain, without addresses
 */
export function isFromAccountService(sender: string, text: string): boolean {
  if (namesPrice(text)) return false;
  const speaksOfMoney = text.search(MONEY) !== -1;
  const signatures = [...text.matchAll(SIGNATURES)].map(
    ([, ...names]) => names.find(Boolean) ?? '',
  );
  const companies = signatures.filter((name) => /\p{L}/u.test(name) && !HEADING.test(name));
  if (companies.length > 0) {
    return !speaksOfMoney && companies.every((name) => OUR_SIGNATURE.test(name.trim()));
  }
  if (SENDER.test(sender)) return true;
  if (speaksOfMoney) return false;
  return (
    SHORT_SENDER.test(sender) ||
    namesAccount(text) ||
    OPENING.test(text) ||
    CLOSING.test(text) ||
    ORIGIN.test(text) ||
    CODE_OF_BRAND.test(text)
  );
}
