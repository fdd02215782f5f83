import type { KnownIssue } from '../../config/known-issues.ts';
import { knownMark, type KnownMark } from '../gate/known.ts';
import { categoryOfResult, historyIdOf, placeOf, type AllureResult } from './allure-files.ts';

/** Type of the link to where a known issue is dealt with. */
const LINK_TYPE = 'issue';
const LINK_NAME = 'known issue';
/** What stands before the message of a failure that is known. */
const MARK = /^Known until \d{4}-\d{2}-\d{2}: [^\n]*\n\n/;

/** A rule of Allure's configuration that mutes failures whose message matches. */
export interface MutingRule {
  resolution: 'muted';
  comment: string;
  messageRegexp: string;
}

export interface Marks {
  readonly knownIssues: readonly KnownIssue[];
  /** The day in UTC, such as `2027-03-31`. */
  readonly today: string;
  /** History ids. */
  readonly flaky: ReadonlySet<string>;
}

/** A result with what is known of it today, whatever was known of it when it was last marked. */
export function markedResult(
  result: AllureResult,
  { knownIssues, today, flaky }: Marks,
): { result: AllureResult; rule: MutingRule | undefined } {
  const { statusDetails = {}, links = [] } = result;
  const message = (statusDetails.message ?? '').replace(MARK, '');
  const known = knownOf(result, knownIssues, today);
  const text = known === null ? '' : `Known until ${known.expires}: ${oneLine(known.reason)}`;
  const otherLinks = links.filter(({ name }) => name !== LINK_NAME);
  const marked = {
    ...result,
    statusDetails: {
      ...statusDetails,
      ...(message === '' && text === ''
        ? {}
        : { message: text === '' ? message : `${text}\n\n${message}` }),
      flaky: flaky.has(historyIdOf(result)),
    },
    links: typeof known?.link === 'string' ? [...otherLinks, linkTo(known.link)] : otherLinks,
  };
  if (known === null) return { result: marked, rule: undefined };
  const comment = `${oneLine(known.reason)} (until ${known.expires})`;
  return {
    result: marked,
    rule: { resolution: 'muted', comment, messageRegexp: `^${escaped(text)}\\n` },
  };
}

function knownOf(
  result: AllureResult,
  knownIssues: readonly KnownIssue[],
  today: string,
): KnownMark | null {
  if (result.status !== 'failed' && result.status !== 'broken') return null;
  const failure = { ...placeOf(result), category: categoryOfResult(result) };
  return knownMark(failure, knownIssues, today);
}

function linkTo(url: string) {
  return { name: LINK_NAME, url, type: LINK_TYPE };
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ');
}

function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
}
