import type { ErrorCategory } from '../../config/errors.ts';
import type { KnownIssue } from '../../config/known-issues.ts';

/** A test that failed on a phone, as far as known issues ask. */
export interface FailureToMatch {
  readonly spec: string | null;
  readonly title: string;
  readonly serial: string | null;
  readonly model: string | null;
  readonly profile: string | null;
  readonly language: string | null;
  readonly category: ErrorCategory;
}

/** What a failure is known by. */
export interface KnownMark {
  reason: string;
  /** The last day on which it counts, in UTC, as `2027-03-31`. */
  expires: string;
  link: string | null;
}

/** The day of a moment in UTC, as known issues write it. */
export function dayOf(ms: number): string {
  return new Date(ms).toISOString().slice(0, 10);
}

export function isExpired({ expires }: KnownIssue, today: string): boolean {
  return expires < today;
}

/** Whether all that an entry says is true of a failure. */
export function isOf(issue: KnownIssue, failure: FailureToMatch): boolean {
  const { spec, title, phone, language, category } = issue;
  return (
    (spec === undefined || spec === failure.spec) &&
    (title === undefined || failure.title.includes(title)) &&
    (phone === undefined || isPhone(phone, failure)) &&
    (language === undefined || isLanguage(language, failure)) &&
    (category === undefined || category === failure.category)
  );
}

/**
 * What a failure is known by on a day.
 * @returns null if no entry that has not expired matches it.
 */
export function knownMark(
  failure: FailureToMatch,
  issues: readonly KnownIssue[],
  today: string,
): KnownMark | null {
  const issue = issues.find((entry) => !isExpired(entry, today) && isOf(entry, failure));
  if (issue === undefined) return null;
  const { reason, expires, link = null } = issue;
  return { reason, expires, link };
}

/** A phone set to `ru-RU` speaks `ru`. */
function isLanguage(language: string, { language: ofPhone }: FailureToMatch): boolean {
  return ofPhone === language || (ofPhone?.startsWith(`${language}-`) ?? false);
}

function isPhone(phone: string, { serial, model, profile }: FailureToMatch): boolean {
  return phone === profile || phone === serial || (model?.includes(phone) ?? false);
}
