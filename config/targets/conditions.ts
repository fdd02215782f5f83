import type { PhoneFacts } from '../found-phone.ts';
import type { Comparison, PhoneCondition } from '../phone-selection.ts';

/** What a condition asks of a phone: what the phone said, and what the inventory knows of it. */
export interface ConditionSubject {
  readonly facts: PhoneFacts;
  /** Of the inventory. */
  readonly owner: string | undefined;
}

/**
 * @returns what the phone is instead, to follow "it is"; `undefined` when the condition holds.
 */
export function unmet(condition: PhoneCondition, subject: ConditionSubject): string | undefined {
  const { facts, owner } = subject;
  const { fact, comparison, value } = condition;
  switch (fact) {
    case 'miui':
    case 'hyperos':
      if (facts.family !== fact) return facts.system;
      return compares(facts.version, comparison, value) ? undefined : facts.system;
    case 'android':
      return compares(facts.android, comparison, value) ? undefined : facts.system;
    case 'model':
      return [facts.model, ...facts.modelNames].some((name) => isLike(name, value))
        ? undefined
        : facts.model;
    case 'region':
      return facts.region === value.toLowerCase()
        ? undefined
        : facts.region || 'of a region that it does not tell';
    case 'language':
      return isInLanguage(facts.language, value)
        ? undefined
        : `set to ${facts.language || 'a language that it does not tell'}`;
    case 'owner':
      return owner !== undefined && isLike(owner, value)
        ? undefined
        : owner === undefined
          ? 'not in the inventory with an owner'
          : `${owner}'s`;
  }
}

/**
 * Compares versions piece by piece as numbers. A version that is given with fewer pieces stands for
 * all that begin with it: `13.0.5` is `=13`, and not `>13`.
 * @param version digits and dots; empty or anything else compares as nothing.
 */
export function compares(version: string, comparison: Comparison, given: string): boolean {
  if (!/^\d+(?:\.\d+)*$/.test(version)) return false;
  const pieces = version.split('.').map(Number);
  const difference =
    given
      .split('.')
      .map((piece, index) => (pieces[index] ?? 0) - Number(piece))
      .find((piece) => piece !== 0) ?? 0;
  switch (comparison) {
    case '=':
      return difference === 0;
    case '>=':
      return difference >= 0;
    case '<=':
      return difference <= 0;
    case '>':
      return difference > 0;
    case '<':
      return difference < 0;
  }
}

/** @param pattern in which `*` stands for any text; case does not count. */
function isLike(text: string, pattern: string): boolean {
  const parts = pattern.split('*').map((part) => part.replace(/[\\^$.|?+()[\]{}]/g, '\\$&'));
  return new RegExp(`^${parts.join('.*')}$`, 'is').test(text);
}

/** `zh` holds for `zh-Hans-CN`, and so does `zh-CN`: what is not given may be anything. */
function isInLanguage(tag: string, wanted: string): boolean {
  const [is, range] = [localeOf(tag), new Intl.Locale(wanted)];
  return (
    is !== undefined &&
    is.language === range.language &&
    (range.script === undefined || is.script === range.script) &&
    (range.region === undefined || is.region === range.region)
  );
}

/** With its script and region, as far as they follow from the rest. */
function localeOf(tag: string): Intl.Locale | undefined {
  try {
    return new Intl.Locale(tag).maximize();
  } catch {
    // No tag at all.
    return undefined;
  }
}
