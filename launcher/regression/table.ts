import pc from 'picocolors';
import type { FailedTest, PhoneResult } from '../phone-results.ts';
import type { Summary } from '../summary.ts';
import { columnsOf, pad } from '../terminal/format.ts';

const MS_PER_MINUTE = 60_000;
const GAP = '  ';

interface Column {
  readonly heading: string;
  readonly cell: (result: PhoneResult) => string;
  readonly right?: true;
}

const COLUMNS: readonly Column[] = [
  { heading: 'PHONE', cell: ({ model }) => model },
  { heading: 'SYSTEM', cell: ({ system }) => system },
  { heading: 'LANGUAGE', cell: ({ language }) => language ?? '' },
  { heading: 'PASSED', cell: ({ passed }) => String(passed), right: true },
  { heading: 'FAILED', cell: ({ failed }) => String(failed), right: true },
  { heading: 'SKIPPED', cell: ({ skipped }) => String(skipped), right: true },
  { heading: 'MINUTES', cell: ({ durationMs }) => minutes(durationMs), right: true },
];

/** A line for each phone of a run, the sums, and what failed where. */
export function resultsTable(
  { results, failures, tests, durationMs }: Summary,
  color: boolean,
): string[] {
  const { bold, green, red } = pc.createColors(color);
  const sum = { model: 'all', system: '', language: '', ...tests, durationMs };
  const cells = [...results, { ...sum, serial: '', profile: null }].map((result) =>
    COLUMNS.map(({ cell }) => cell(result)),
  );
  const headings = COLUMNS.map(({ heading }) => heading);
  const widths = headings.map((heading, index) =>
    Math.max(...[heading, ...cells.map((row) => row[index] ?? '')].map(columnsOf)),
  );
  const line = (row: readonly string[]): string =>
    row
      .map((text, index) => {
        const width = widths[index] ?? 0;
        const isRight = COLUMNS[index]?.right === true;
        return isRight ? text.padStart(width) : pad(text, width);
      })
      .join(GAP)
      .trimEnd();
  const paint = (failed: number, text: string) => (failed === 0 ? green(text) : red(text));
  return [
    bold(line(headings)),
    ...cells.map((row, index) => paint(results[index]?.failed ?? tests.failed, line(row))),
    ...(failures.length === 0 ? [] : ['', red(bold('Failed'))]),
    ...failures.flatMap((failure) => failureLines(failure, results)),
  ];
}

/** What a person calls a phone of the run. */
export function phoneName({
  model,
  serial,
  language,
}: Pick<PhoneResult, 'model' | 'serial' | 'language'>): string {
  return language === null ? `${model} (${serial})` : `${model}, ${language}`;
}

function failureLines(
  { serial, spec, title, error }: FailedTest,
  results: readonly PhoneResult[],
): string[] {
  const phone = results.find((result) => result.serial === serial);
  const where = phone ? phoneName(phone) : (serial ?? 'no phone');
  return [`  ${where}: ${spec ?? title}`, `    ${error}`];
}

function minutes(ms: number): string {
  return (ms / MS_PER_MINUTE).toFixed(1);
}
