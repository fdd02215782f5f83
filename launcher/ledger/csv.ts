import { ROW_NAMES, type LedgerRow } from './rows.ts';

const LINE_END = '\r\n';

/** @see https://www.rfc-editor.org/rfc/rfc4180 */
export function toCsv(rows: readonly LedgerRow[]): string {
  const lines = [ROW_NAMES, ...rows.map((row) => ROW_NAMES.map((name) => row[name]))];
  return lines.map((cells) => cells.map(toCell).join(',') + LINE_END).join('');
}

/** What a spreadsheet would compute, unless it is only a number, begins with an apostrophe instead. */
function toCell(text: string): string {
  const isFormula = /^[=+\-@\t\r]/.test(text) && !/^\+\d+$/.test(text);
  const cell = isFormula ? `'${text}` : text;
  return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
