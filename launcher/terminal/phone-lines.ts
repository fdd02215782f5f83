import type pc from 'picocolors';
import { formatClock } from '../../config/duration.ts';
import { columnsOf, cut, pad } from './format.ts';
import type { PhoneAtWork, Wait } from './phones-at-work.ts';

export type Colors = ReturnType<typeof pc.createColors>;

/** A line that is longer is hard to follow with the eye. */
const MOST_COLUMNS = 120;
/** From here on a line has the spec's name. */
const COLUMNS_WITH_SPEC = 100;
/** From here on a line has a bar. */
const COLUMNS_WITH_BAR = 64;
const INDENT = '  ';
const BAR_CELLS = 10;
/** Both are one column wide in every locale (Unicode Standard Annex #11), unlike blocks. */
const [SPENT, LEFT] = ['▰', '▱'];
/** Of a budget: from here on somebody may want to look. */
const TIGHT = 0.5;
const NEARLY_OVER = 0.8;
/** What a name may take of a line. */
const NAME_SHARE = 0.35;

export interface PhoneLinesOptions {
  readonly columns: number;
  /** How many lines there may be. */
  readonly rows: number;
  readonly colors: Colors;
  /** Whether there are others, so that it has to be said which one it is. */
  readonly named: boolean;
}

/**
 * One line for each phone at work: what it is called, its spec, what it does or waits for, and how much
 * of the budget that has taken. Where not all fit, those are left out that have the most time.
 */
export function phoneLines(phones: readonly PhoneAtWork[], options: PhoneLinesOptions): string[] {
  const { rows, colors } = options;
  if (phones.length === 0) return [];
  if (phones.length <= rows) return linesOf(phones, options);
  const shown = mostUrgent(phones, Math.max(1, rows - 1));
  const rest = phones.length - shown.length;
  return [...linesOf(shown, options), colors.dim(`${INDENT}and ${String(rest)} more at work`)];
}

/** Those with the least of their budget left, in the order of all. */
export function mostUrgent(phones: readonly PhoneAtWork[], count: number): PhoneAtWork[] {
  const byShare = phones.toSorted((a, b) => shareOf(b.wait) - shareOf(a.wait));
  const chosen = new Set(byShare.slice(0, count));
  return phones.filter((phone) => chosen.has(phone));
}

function linesOf(phones: readonly PhoneAtWork[], options: PhoneLinesOptions): string[] {
  const columns = Math.min(options.columns - 1, MOST_COLUMNS);
  const widest = Math.max(...phones.map(({ name }) => columnsOf(name)));
  const nameColumns = options.named ? Math.min(widest, Math.floor(columns * NAME_SHARE)) : 0;
  const times = phones.map((phone) => timeOf(phone, columns, options.colors));
  const timeColumns = Math.max(...times.map(({ width }) => width));
  return phones.map((phone, index) => {
    const name = options.named ? `${pad(cut(phone.name, nameColumns), nameColumns)}  ` : '';
    const time = times[index] ?? { text: '', width: 0 };
    const textColumns = columns - INDENT.length - columnsOf(name) - 2 - timeColumns;
    const text = pad(cut(doing(phone, columns), Math.max(1, textColumns)), textColumns);
    const gap = ' '.repeat(2 + timeColumns - time.width);
    return `${INDENT}${options.colors.bold(name)}${text}${gap}${time.text}`;
  });
}

function doing({ spec, step, wait }: PhoneAtWork, columns: number): string {
  const what = wait ? `waiting for ${wait.what}` : step && `${step} …`;
  if (what === undefined) return spec ?? 'a session begins …';
  return spec !== undefined && columns >= COLUMNS_WITH_SPEC ? `${spec}: ${what}` : what;
}

interface Cell {
  readonly text: string;
  /** In columns, without what colours it. */
  readonly width: number;
}

/** A wait's time beside its budget, or how long the test has taken. */
function timeOf({ wait, sinceMs }: PhoneAtWork, columns: number, colors: Colors): Cell {
  if (wait === undefined) {
    const text = formatClock(sinceMs);
    return { text: colors.dim(text), width: text.length };
  }
  const clock = `${formatClock(wait.elapsedMs)} of ${formatClock(wait.budgetMs)}`;
  if (columns < COLUMNS_WITH_BAR) return { text: clock, width: clock.length };
  return { text: `${bar(wait, colors)} ${clock}`, width: BAR_CELLS + 1 + clock.length };
}

function bar(wait: Wait, colors: Colors): string {
  const share = shareOf(wait);
  const spent = Math.min(BAR_CELLS, Math.floor(share * BAR_CELLS));
  const paint = share < TIGHT ? colors.green : share < NEARLY_OVER ? colors.yellow : colors.red;
  return `${paint(SPENT.repeat(spent))}${colors.dim(LEFT.repeat(BAR_CELLS - spent))}`;
}

/** How much of the budget is spent, from 0 to 1; 0 of what waits for nothing. */
function shareOf(wait: Wait | undefined): number {
  if (wait === undefined) return 0;
  return wait.budgetMs === 0 ? 1 : Math.min(1, wait.elapsedMs / wait.budgetMs);
}
