import type { ProcessRecord } from '../../android/process-table.ts';
import type { AndroidSystem } from '../../android/system.ts';
import { type ShellCommand, UsageError } from '../command.ts';
import { formatTime } from '../date-format.ts';
import { parseLetters } from '../options.ts';
import { userName } from '../users.ts';

const DEFAULT_COLUMNS = ['USER', 'PID', 'PPID', 'VSZ', 'RSS', 'WCHAN', 'ADDR', 'S', 'NAME'];
const FULL_COLUMNS = ['UID', 'PID', 'PPID', 'C', 'STIME', 'TTY', 'TIME', 'CMD'];
/** Columns of numbers, aligned to the right. */
const NUMERIC = new Set(['PID', 'PPID', 'VSZ', 'RSS', 'C', 'TID']);

const HELP =
  'usage: ps [-AadefLlnwZ] [-gG GROUP,] [-k FIELD,] [-o FIELD,] [-p PID,] [-t TTY,] [-uU USER,]\n\n' +
  'List processes.\n\n' +
  '-A\tAll\n-a\tHas terminal not session leader\n-e\tSynonym for -A\n' +
  '-f\tFull listing\n-o\tShow FIELDs instead of defaults\n-p\tPIDs (--pid)\n';

/** `ps [-A] [-e] [-f] [-o FIELDS] [-p PIDS]` (toybox) */
export const ps: ShellCommand = {
  name: 'ps',
  run({ system, args }) {
    const { options } = parseLetters(args, 'gGkopPtuU');
    if (options.has('--help')) return { stdout: HELP };
    const columns = columnsOf(options);
    const rows = select(system.processes.list(), options).map((process) =>
      columns.map(({ field }) => valueOf(field, process, system)),
    );
    const table = [columns.map(({ title }) => title), ...rows];
    return { stdout: table.map((row) => `${formatRow(row, table, columns)}\n`).join('') };
  },
};

interface Column {
  readonly field: string;
  readonly title: string;
}

function columnsOf(options: ReadonlyMap<string, string>): Column[] {
  const wanted = options.get('-o');
  if (wanted === undefined) {
    const fields = options.has('-f') ? FULL_COLUMNS : DEFAULT_COLUMNS;
    return fields.map((field) => ({ field, title: field }));
  }
  return wanted.split(/[, ]+/).map((spec) => {
    const [field = '', title] = spec.split('=');
    return { field: field.toUpperCase(), title: title ?? field.toUpperCase() };
  });
}

function select(
  processes: readonly ProcessRecord[],
  options: ReadonlyMap<string, string>,
): readonly ProcessRecord[] {
  const pids = (options.get('-p') ?? options.get('--pid'))?.split(',').map(Number);
  if (pids) return processes.filter(({ pid }) => pids.includes(pid));
  if (options.has('-A') || options.has('-e')) return processes;
  // Those of the shell's own user.
  return processes.filter(({ uid }) => uid === 2000);
}

function valueOf(field: string, process: ProcessRecord, system: AndroidSystem): string {
  const timeZone = system.properties.get('persist.sys.timezone');
  switch (field) {
    case 'USER':
    case 'UID':
      return userName(process.uid);
    case 'PID':
    case 'TID':
      return String(process.pid);
    case 'PPID':
      return String(process.ppid);
    case 'NAME':
    case 'CMD':
    case 'ARGS':
    case 'CMDLINE':
    case 'COMM':
      return process.name;
    case 'VSZ':
      return String(11_000_000 + process.pid * 31);
    case 'RSS':
      return String(60_000 + process.pid * 7);
    case 'S':
    case 'STAT':
      return 'S';
    case 'STIME':
      return formatTime(system.clock.at(process.startedAtMs), '%R:%S', timeZone);
    case 'TTY':
      return '?';
    case 'TIME':
      return '00:00:01';
    case 'C':
    case 'WCHAN':
    case 'ADDR':
      return '0';
    default:
      throw new UsageError(`ps: bad -o '${field}'`);
  }
}

function formatRow(
  row: readonly string[],
  table: readonly (readonly string[])[],
  columns: readonly Column[],
): string {
  return row
    .map((value, index) => {
      const width = Math.max(...table.map((other) => other[index]?.length ?? 0));
      if (NUMERIC.has(columns[index]?.field ?? '')) return value.padStart(width);
      return index === row.length - 1 ? value : value.padEnd(width);
    })
    .join(' ');
}
