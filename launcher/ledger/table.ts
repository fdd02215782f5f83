import type { LedgerRow } from './rows.ts';

const GAP = '  ';
const INDENT = '    ';

const COLUMNS: readonly (readonly [title: string, cell: (row: LedgerRow) => string])[] = [
  ['began', ({ at }) => localMinute(at)],
  ['phone', ({ phone }) => phone],
  ['number', ({ number }) => number],
  ['service', ({ environment }) => environment],
  ['state', ({ state, settled }) => (settled === '' ? state : `${state}*`)],
  ['account', ({ account }) => account],
];
/** These go on a line of their own where all do not fit into one. */
const WIDE_COLUMNS: typeof COLUMNS = [
  ['error', ({ error_type: type }) => type],
  ['run', ({ run }) => run],
];

/**
 * The rows as a table with a heading.
 * @param width of the terminal in characters, `Infinity` where there is none.
 */
export function tableLines(rows: readonly LedgerRow[], width: number): string[] {
  const wide = aligned(rows, [...COLUMNS, ...WIDE_COLUMNS]);
  if (wide.every((line) => line.length <= width)) return wide;
  const [head = '', ...lines] = aligned(rows, COLUMNS);
  return [
    head,
    ...rows.flatMap((row, index) => [
      lines[index] ?? '',
      INDENT + ['run', row.run, row.error_type].filter((word) => word !== '').join(' '),
    ]),
  ];
}

function aligned(rows: readonly LedgerRow[], columns: typeof COLUMNS): string[] {
  const cells = [
    columns.map(([title]) => title),
    ...rows.map((row) => columns.map(([, cell]) => printable(cell(row)) || '–')),
  ];
  const widths = columns.map((_, index) =>
    Math.max(...cells.map((line) => line[index]?.length ?? 0)),
  );
  return cells.map((line) =>
    line
      .map((cell, index) => cell.padEnd(widths[index] ?? 0))
      .join(GAP)
      .trimEnd(),
  );
}

/** A phone may call itself whatever it likes. */
function printable(text: string): string {
  return text.replace(/\p{C}/gu, ' ');
}

/** By this machine's clock: `2026-11-26 01:00`. */
function localMinute(at: string): string {
  const time = new Date(at);
  const two = (part: number) => String(part).padStart(2, '0');
  const day = [time.getFullYear(), two(time.getMonth() + 1), two(time.getDate())].join('-');
  return `${day} ${two(time.getHours())}:${two(time.getMinutes())}`;
}
