/**
 * What SMS say in one language. All but the first are sources of regular expressions, matched as
 * whole words without regard to case. They are written as the language is; what `plain-text.ts`
 * takes away from a message, accents for one, it takes away from them too.
 */
export interface SmsLanguage {
  /** BCP 47's language. */
  readonly language: string;
  /** The account service, named as the one who writes or whom the code is for. */
  readonly account: readonly string[];
  /** Words that can only mean such a code: `verification code`. */
  readonly codeNames: readonly string[];
  /** Words that may mean one: `code`. They count if the number is near. */
  readonly codeWords: readonly string[];
  /** Codes of another kind: `promo code`. */
  readonly otherCodes: readonly string[];
  /** What stands before a number that is no code: `order`, `table`, `call`. */
  readonly otherNumbers: readonly string[];
  /** What makes the number before it a duration. */
  readonly timeUnits: readonly string[];
  /** What banks and shops write about, and an account service does not. */
  readonly money: readonly string[];
}
