import pc from 'picocolors';
import type { PhoneResult } from '../phone-results.ts';
import type { Summary } from '../summary.ts';
import { columnsOf, pad } from '../terminal/format.ts';

/** Of `HyperOS 3.0 (OS3.0.306.0.WNRMIXM), Android 16`: the summary has it. */
const BUILD = / \([^()]*\)/;
const MS_PER_MINUTE = 60_000;
const GAP = '  ';

interface Column {
  readonly heading: string;
  readonly cell: (result: PhoneResult) => string;
  readonly right?: true;
}

const COLUMNS: readonly Column[] = [
  { heading: 'PHONE', cell: ({ model }) => model },
  { heading: 'SYSTEM', cell: ({ system }) => system.replace(BUILD, '') },
  { heading: 'LANGUAGE', cell: ({ language }) => language ?? '' },
  { heading: 'PASSED', cell: ({ passed }) => String(passed), right: true },
  { heading: 'FAILED', cell: ({ failed }) => String(failed), right: true },
  { heading: 'SKIPPED', cell: ({ skipped }) => String(skipped), right: true },
  { heading: 'MINUTES', cell: ({ durationMs }) => minutes(durationMs), right: true },
];

/** A line for each phone of a run, and the sums. */
export function resultsTable({ results, tests, durationMs }: Summary, color: boolean): string[] {
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
  ];
}

function minutes(ms: number): string {
  return (ms / MS_PER_MINUTE).toFixed(1);
}
