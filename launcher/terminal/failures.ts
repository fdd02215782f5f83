import pc from 'picocolors';
import { phoneName, type FailedTest } from '../phone-results.ts';
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
 * was the same. The first few are in full; of more, how many tests they failed.
 */
export function failureLines({ failures }: Pick<Summary, 'failures'>, color: boolean): string[] {
  if (failures.length === 0) return [];
  const { bold, red } = pc.createColors(color);
  const groups = [...groupedBy(failures, ({ error }) => error).values()];
  const shown = groups.slice(0, SHOWN_IN_FULL).flatMap(([first, ...others]) => {
    if (first === undefined) return [];
    const rest = others.length - PLACES_SHOWN;
    return [
      `${red('✗')} ${where(first)}`,
      ...messageLines(first).map((line, index) => `    ${index === 0 ? red(line) : line}`),
      ...knownLines(first),
      ...(others.length === 0 ? [] : ['  the same:']),
      ...others.slice(0, PLACES_SHOWN).map((failure) => `  ${red('✗')} ${where(failure)}`),
      ...(rest > 0 ? [`    and ${String(rest)} more`] : []),
    ];
  });
  const rest = groups.slice(SHOWN_IN_FULL).reduce((sum, group) => sum + group.length, 0);
  return [
    red(bold(`Failed: ${String(failures.length)}`)),
    ...shown,
    ...(rest > 0 ? [`and ${String(rest)} more, which the report has`] : []),
  ];
}

function where(failure: FailedTest): string {
  return `${phoneName(failure)}: ${failure.spec ?? failure.title}`;
}

/** Why a failure is known already, and until when that counts. */
function knownLines({ known }: FailedTest): string[] {
  if (known === null) return [];
  const link = known.link === null ? '' : `, ${known.link}`;
  return [`    known until ${known.expires}: ${known.reason}${link}`];
}

function messageLines({ message }: FailedTest): string[] {
  const lines = message.split('\n').filter((line) => line.trim() !== '');
  if (lines.length <= MOST_LINES_OF_ERROR) return lines;
  return [...lines.slice(0, MOST_LINES_OF_ERROR - 1), '…'];
}
