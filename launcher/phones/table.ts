import pc from 'picocolors';
import type { PhoneFacts, SimState } from '../../config/found-phone.ts';
import { moreAbout } from '../../config/troubleshooting.ts';
import { columnsOf, cut, pad, wrapped } from '../terminal/format.ts';
import type { LeaseView, PhoneView } from './view.ts';

export interface TableOptions {
  readonly color: boolean;
  /** Width of the terminal in characters. */
  readonly columns: number;
  /** How many phones adb lists, whichever are shown. */
  readonly connected: number;
}

interface Column {
  readonly heading: string;
  readonly cell: (phone: PhoneView) => string;
  /** How narrow it may become where the table is too wide; absent: it stays as it is. */
  readonly least?: number;
  /** Shown only where a phone has something to show. */
  readonly optional?: true;
}

const COLUMNS: readonly Column[] = [
  { heading: 'SERIAL', cell: ({ serial }) => serial, least: 13 },
  { heading: 'MODEL', cell: ({ facts }) => facts?.modelNames[0] ?? '', least: 8 },
  { heading: 'SYSTEM', cell: ({ facts }) => systemName(facts), least: 12 },
  { heading: 'ANDROID', cell: ({ facts }) => facts?.android ?? '' },
  { heading: 'LANG', cell: ({ facts }) => facts?.language ?? '' },
  { heading: 'SIM', cell: ({ facts }) => simSlots(facts?.sims ?? []) },
  { heading: 'BATT', cell: ({ facts }) => batteryLevel(facts) },
  { heading: 'ACCOUNT', cell: ({ facts }) => account(facts) },
  { heading: 'NUMBER', cell: ({ number }) => number ?? '', optional: true },
  { heading: 'OWNER', cell: ({ owner }) => owner ?? '', least: 5, optional: true },
  { heading: 'STATE', cell: stateOf, least: 12 },
];
/** Between columns: the wider one where the table fits with it. */
const GAPS = ['  ', ' '];

/**
 * The phones for a person: a line for each, and below them who uses them and what to do.
 * @param absent serials of the inventory that adb does not list.
 */
export function phonesTable(
  phones: readonly PhoneView[],
  absent: readonly string[],
  { color, columns, connected }: TableOptions,
): string {
  const colors = pc.createColors(color);
  const shown = COLUMNS.filter(
    ({ optional, cell }) => optional === undefined || phones.some((phone) => cell(phone) !== ''),
  );
  const rows = phones.map((phone) => shown.map(({ cell }) => cell(phone)));
  const { widths, gap } = fit(shown, rows, columns);
  const line = (cells: readonly string[]): string[] =>
    cells.map((cell, index) => {
      const width = widths[index] ?? 0;
      const text = cut(cell, width);
      // Nothing comes after the last one.
      return index === cells.length - 1 ? text : pad(text, width);
    });
  const table = phones.map((phone, index) => {
    const cells = line(rows[index] ?? []);
    const state = cells.pop() ?? '';
    const paint = phone.ready ? colors.green : phone.missing === null ? colors.yellow : colors.red;
    return [...cells, paint(state)].join(gap);
  });
  const heading = colors.bold(line(shown.map(({ heading }) => heading)).join(gap));
  const notes = phones.flatMap((phone) => notesOf(phone, columns));
  const missing =
    absent.length === 0
      ? []
      : wrapped(`In the inventory, and not connected: ${absent.join(', ')}`, '', '  ', columns);
  return [
    ...(phones.length === 0 ? noneShown(connected, columns) : [heading, ...table]),
    ...(notes.length === 0 ? [] : ['', ...notes]),
    ...(missing.length === 0 ? [] : ['', ...missing]),
    '',
    verdict(phones),
  ]
    .map((text) => `${text}\n`)
    .join('');
}

function noneShown(connected: number, columns: number): string[] {
  const text =
    connected === 0
      ? 'No phone is connected. `npm run doctor` says how to connect one.'
      : `None of the connected phones (${connected}) meets the conditions. \`npm run phones\`, without any, shows what they are.`;
  return wrapped(text, '', '  ', columns);
}

/** The widths with which the table fits, or is as narrow as it can be. */
function fit(
  shown: readonly Column[],
  rows: readonly (readonly string[])[],
  columns: number,
): { widths: readonly number[]; gap: string } {
  const natural = shown.map(({ heading }, index) =>
    Math.max(heading.length, ...rows.map((row) => columnsOf(row[index] ?? ''))),
  );
  const leasts = shown.map(({ least = Infinity }, index) => Math.min(least, natural[index] ?? 0));
  const fits = GAPS.map((gap) => {
    const room = columns - gap.length * (shown.length - 1);
    return { gap, room, widths: narrowed(natural, leasts, room) };
  });
  const last = { gap: GAPS.at(-1) ?? '', widths: leasts };
  return fits.find(({ widths, room }) => sum(widths) <= room) ?? last;
}

/** Takes from the widest of those that may be narrower until there is room. */
function narrowed(natural: readonly number[], leasts: readonly number[], room: number): number[] {
  const widths = [...natural];
  for (let over = sum(widths) - room; over > 0; over -= 1) {
    const spare = widths.map((width, index) => (width > (leasts[index] ?? 0) ? width : 0));
    const widest = spare.indexOf(Math.max(...spare));
    if (spare[widest] === 0) return widths;
    widths[widest] = (widths[widest] ?? 0) - 1;
  }
  return widths;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

/** Of Xiaomi's system; Android's version has a column of its own. */
function systemName(facts: PhoneFacts | null): string {
  switch (facts?.family) {
    case 'hyperos':
      return `HyperOS ${facts.version}`;
    case 'miui':
      return `MIUI ${facts.version}`;
    case 'android':
      return 'not Xiaomi';
    case undefined:
      return '';
  }
}

const USABLE = new Set(['READY', 'LOADED']);

/** `1`, `1+2`, or what keeps a card from being used. */
function simSlots(sims: readonly SimState[]): string {
  const usable = sims.filter(({ state }) => USABLE.has(state));
  if (usable.length > 0) return usable.map(({ slot }) => slot).join('+');
  const state = sims.find((sim) => sim.state !== 'ABSENT')?.state;
  if (state === undefined) return sims.length === 0 ? '' : 'none';
  return state.split('_')[0] ?? state;
}

function batteryLevel(facts: PhoneFacts | null): string {
  if (facts?.battery === undefined) return '';
  return `${facts.battery.percent}%`;
}

function account(facts: PhoneFacts | null): string {
  if (facts === null || facts.family === 'android') return '';
  if (facts.signedIn === undefined) return '?';
  return facts.signedIn ? 'yes' : 'no';
}

function stateOf({ missing, lease, ready }: PhoneView): string {
  if (missing !== null) return missing.what;
  return ready || lease === null ? 'ready' : 'leased';
}

function notesOf({ serial, missing, lease, smsSerial }: PhoneView, columns: number): string[] {
  const note = (text: string) => wrapped(`${serial}: ${text}`, '', '    ', columns);
  return [
    ...(missing === null
      ? []
      : note(`${missing.reason}. ${missing.remedy}${moreAbout(missing.trouble)}`)),
    ...(lease === null ? [] : note(leaseText(lease, serial))),
    ...(smsSerial === null ? [] : note(`its SMS go to phone ${smsSerial}`)),
  ];
}

function leaseText({ by, alive }: LeaseView, serial: string): string {
  return alive
    ? `leased by ${by}`
    : `was leased by ${by}, which is gone: the next run takes the phone, and \`npm run phones -- --release ${serial}\` ends the lease`;
}

function verdict(phones: readonly PhoneView[]): string {
  const ready = phones.filter((phone) => phone.ready).length;
  return `${ready} of ${phones.length} ready`;
}
