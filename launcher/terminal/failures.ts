import pc from 'picocolors';
import { phoneName, type FailedTest } from '../phone-results.ts';
import type { Summary } from '../summary.ts';

/** More of them in full hide the first ones. */
export const SHOWN_IN_FULL = 5;
/** More lines than fit on a screen are the report's. */
const SHOWN_AT_ALL = 20;
/** A matcher that compares two large values prints both. */
const MOST_LINES_OF_ERROR = 12;

/**
 * What failed, each with what its error says of screen, expectation and remedy: the first few in full, more
 * in a line each, and of the rest how many there are.
 */
export function failureLines({ failures, results }: Summary, color: boolean): string[] {
  if (failures.length === 0) return [];
  const { bold, dim, red } = pc.createColors(color);
  const where = ({ serial, spec, title }: FailedTest): string => {
    const phone = results.find((result) => result.serial === serial);
    return `${phone ? phoneName(phone) : (serial ?? 'no phone')}: ${spec ?? title}`;
  };
  const inFull = failures
    .slice(0, SHOWN_IN_FULL)
    .flatMap((failure) => [
      `${red('✗')} ${where(failure)}`,
      ...messageLines(failure).map((line, index) => `    ${index === 0 ? red(line) : line}`),
    ]);
  const brief = failures
    .slice(SHOWN_IN_FULL, SHOWN_AT_ALL)
    .map((failure) => `${red('✗')} ${where(failure)}  ${dim(typeOf(failure))}`);
  const rest = failures.length - SHOWN_AT_ALL;
  return [
    red(bold(`Failed: ${String(failures.length)}`)),
    ...inFull,
    ...brief,
    ...(rest > 0 ? [`and ${String(rest)} more, which the report has`] : []),
  ];
}

function messageLines({ message }: FailedTest): string[] {
  const lines = message.split('\n').filter((line) => line.trim() !== '');
  if (lines.length <= MOST_LINES_OF_ERROR) return lines;
  return [...lines.slice(0, MOST_LINES_OF_ERROR - 1), '…'];
}

/** The error's class; its message begins with that. */
function typeOf({ error }: FailedTest): string {
  return /^\w+/.exec(error)?.[0] ?? error;
}
