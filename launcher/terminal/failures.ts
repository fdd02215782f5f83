import pc from 'picocolors';
import { phoneName, type FailedTest } from '../phone-results.ts';
import type { PageOf } from '../report/test-pages.ts';
import { groupedBy } from '../statistics.ts';
import type { Summary } from '../summary.ts';

/** More errors in full hide the first ones. */
export const SHOWN_IN_FULL = 5;
/** What fails everywhere need not be said of every phone. */
const PLACES_SHOWN = 8;
/** A matcher that compares two large values prints both. */
const MOST_LINES_OF_ERROR = 12;

/**
 * What failed: each error once, with what it says of screen, expectation and remedy, and all places where it
 * was the same. The first few are in full; of more, how many tests they failed. Below it what is known,
 * by its reason.
 * @param pageOf where in the report a failed test is.
 */
export function failureLines(
  { failures }: Pick<Summary, 'failures'>,
  color: boolean,
  pageOf: PageOf = () => undefined,
): string[] {
  const { bold, red } = pc.createColors(color);
  const unknown = failures.filter(({ known }) => known === null);
  const groups = [...groupedBy(unknown, ({ error }) => error).values()];
  const shown = groups.slice(0, SHOWN_IN_FULL).flatMap(([first, ...others]) => {
    if (first === undefined) return [];
    return [
      `${red('✗')} ${where(first)}`,
      ...messageLines(first).map((line, index) => `    ${index === 0 ? red(line) : line}`),
      ...pageLines(pageOf(first)),
      ...(others.length === 0 ? [] : ['  the same:']),
      ...placeLines(others, red('✗')),
    ];
  });
  const rest = groups.slice(SHOWN_IN_FULL).reduce((sum, group) => sum + group.length, 0);
  return [
    ...(unknown.length === 0 ? [] : [red(bold(`Failed: ${String(unknown.length)}`))]),
    ...shown,
    ...(rest > 0 ? [`and ${String(rest)} more, which the report has`] : []),
    ...knownLines(failures, color),
  ];
}

function knownLines(failures: readonly FailedTest[], color: boolean): string[] {
  const { bold, yellow } = pc.createColors(color);
  const known = failures.flatMap((failure) =>
    failure.known ? [{ ...failure, ...failure.known }] : [],
  );
  if (known.length === 0) return [];
  const groups = groupedBy(known, ({ reason, expires, link }) =>
    [`${reason} (until ${expires})`, ...(link === null ? [] : [link])].join(', '),
  );
  return [
    yellow(bold(`Failed, and known: ${String(known.length)}`)),
    ...[...groups].flatMap(([reason, group]) => [reason, ...placeLines(group, yellow('–'))]),
  ];
}

function where(failure: FailedTest): string {
  return `${phoneName(failure)}: ${failure.spec ?? failure.title}`;
}

function placeLines(failures: readonly FailedTest[], mark: string): string[] {
  const rest = failures.length - PLACES_SHOWN;
  return [
    ...failures.slice(0, PLACES_SHOWN).map((failure) => `  ${mark} ${where(failure)}`),
    ...(rest > 0 ? [`    and ${String(rest)} more`] : []),
  ];
}

function pageLines(page: string | undefined): string[] {
  return page === undefined ? [] : [`    ${page}`];
}

function messageLines({ message }: FailedTest): string[] {
  const lines = message.split('\n').filter((line) => line.trim() !== '');
  if (lines.length <= MOST_LINES_OF_ERROR) return lines;
  return [...lines.slice(0, MOST_LINES_OF_ERROR - 1), '…'];
}
