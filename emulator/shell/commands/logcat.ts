import { LOG_PRIORITIES, type LogBuffer, type LogEntry } from '../../android/logcat.ts';
import type { AndroidSystem } from '../../android/system.ts';
import { type ShellCommand, type StreamInput, UsageError } from '../command.ts';
import { formatTime } from '../date-format.ts';
import { parseLetters } from '../options.ts';
import { posixRegex } from './filters/posix-regex.ts';
import { formatLogEntry, isLogFormat, LOG_FORMATS, type LogFormat } from '../log-format.ts';

const VALUED = 'bvtTefmnrD';
const KNOWN =
  /^-(?:[bvtTefmnrDdcgsSpLGP]|-(?:clear|help|pid|uid|regex|max-count|print|dividers|buffer|format|buffer-size|statistics|prune|wrap|last|file|rotate-kbytes|rotate-count|tail|show-new-buffers)?)$/;
const BUFFERS: readonly LogBuffer[] = ['main', 'system', 'radio', 'events', 'crash'];
/** Without `-b`, radio and events are left out. */
const DEFAULT_BUFFERS: readonly LogBuffer[] = ['main', 'system', 'crash'];

interface Request {
  readonly format: LogFormat;
  readonly accepts: (entry: LogEntry) => boolean;
  /** Entries of the past to begin with. */
  readonly past: readonly LogEntry[];
  readonly timeZone: string;
  /** Entries after which to end. */
  readonly maxCount: number;
}

/** `logcat [-d] [-c] [-v FORMAT] [-b BUFFERS] [-T|-t WHEN] [-s] [FILTERSPECS]` (AOSP logcat.cpp). */
export const logcat: ShellCommand = {
  name: 'logcat',
  run({ system, args, env }) {
    const { options } = parseArguments(args);
    if (options.has('--help')) return { stdout: HELP };
    if (options.has('-c') || options.has('--clear')) {
      system.logcat.clear();
      return {};
    }
    if (options.has('-g') || options.has('--buffer-size')) {
      return {
        stdout: DEFAULT_BUFFERS.map(
          (buffer) =>
            `${buffer}: ring buffer is 256 KiB (241 KiB consumed, 12 MiB readable), max entry is 5120 B, max payload is 4068 B\n`,
        ).join(''),
      };
    }
    if (options.has('-p') || options.has('--prune')) return { stdout: '~!\n' };
    if (options.has('-S') || options.has('--statistics')) return { stdout: statistics(system) };
    const request = parseRequest(system, args, env);
    return { stdout: new Printer(request).print(request.past.slice(0, request.maxCount)) };
  },
  streams(args) {
    const { options } = parseLetters(args, VALUED);
    return [...options.keys()].every((option) => !ENDING.has(option) && KNOWN.test(option));
  },
  stream: follow,
};

/** With one of these it prints and ends. */
const ENDING = new Set(
  '-d -c --clear -g --buffer-size -t -p --prune -S --statistics --help'.split(' '),
);

const HELP = `Usage: logcat [options] [filterspecs]

General options:
  -b, --buffer=<buffer>       Request alternate ring buffer(s)
  -c, --clear                 Clear (flush) the entire log and exit
  -d                          Dump the log and then exit (don't block)
  -e, --regex=<expr>          Only print lines where the log message matches <expr>
  -g, --buffer-size           Get the size of the ring buffers
  -m, --max-count=<count>     Exit after printing <count> lines
  -p, --prune                 Get prune rules
  -S, --statistics            Output statistics
  --pid=<pid>                 Only print logs from the given pid
  -t N / -T N                 Print the most recent <N> lines (-T: and follow)
  -v, --format=<format>       ${LOG_FORMATS.join(', ')}
  -s                          Set default filter to silent
`;

/** @throws UsageError for an option that logcat has not. */
function parseArguments(args: readonly string[]) {
  const parsed = parseLetters(args, VALUED);
  const unknown = [...parsed.options.keys()].find((option) => !KNOWN.test(option));
  if (unknown === undefined) return parsed;
  const name = unknown.replace(/^--?/, '');
  throw new UsageError(
    unknown.startsWith('--')
      ? `logcat: unrecognized option '${unknown}'`
      : `logcat: invalid option -- ${name}`,
  );
}

function statistics(system: AndroidSystem): string {
  const rows = DEFAULT_BUFFERS.map((buffer) => {
    const count = system.logcat.entries().filter((entry) => entry.buffer === buffer).length;
    return `${buffer.padEnd(8)} ${String(count).padStart(8)}\n`;
  });
  return `Log        Entries\n${rows.join('')}`;
}

async function follow(input: StreamInput): Promise<number> {
  const { system, signal } = input;
  const request = parseRequest(system, input.args, input.env);
  const printer = new Printer(request);
  const queue: LogEntry[] = [...request.past];
  let left = request.maxCount;
  let wake: () => void = () => undefined;
  const unfollow = system.logcat.follow((entry) => {
    if (!request.accepts(entry)) return;
    queue.push(entry);
    wake();
  });
  const onAbort = () => wake();
  signal.addEventListener('abort', onAbort, { once: true });
  try {
    while (!signal.aborted) {
      if (queue.length > 0) {
        const entries = queue.splice(0).slice(0, left);
        left -= entries.length;
        await input.write(printer.print(entries));
        if (left === 0) return 0;
      } else {
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
    }
  } finally {
    unfollow();
    signal.removeEventListener('abort', onAbort);
  }
  // 128 + SIGHUP: its terminal has gone.
  return 129;
}

function parseRequest(
  system: AndroidSystem,
  args: readonly string[],
  env: ReadonlyMap<string, string>,
): Request {
  const { options, operands } = parseArguments(args);
  const words = (options.get('-v') ?? options.get('--format') ?? '').split(/[ ,]/);
  const name = words.find((word) => !MODIFIERS.has(word)) ?? 'threadtime';
  if (!isLogFormat(name)) {
    throw new UsageError(
      `Invalid parameter "${name}" to -v\nlogcat: known formats: ${LOG_FORMATS.join(', ')}`,
    );
  }
  const buffers = parseBuffers(options.get('-b') ?? options.get('--buffer'));
  const specs =
    operands.length > 0
      ? operands
      : (env.get('ANDROID_LOG_TAGS') ?? '').replaceAll("'", '').split(/\s+/);
  const isSilent = options.has('-s');
  const passes = parseFilter(specs, isSilent);
  const pid = options.get('--pid');
  const regex = parseRegex(options.get('-e') ?? options.get('--regex'));
  const accepts = (entry: LogEntry) =>
    buffers.includes(entry.buffer) &&
    passes(entry) &&
    (pid === undefined || entry.pid === Number(pid)) &&
    (regex === undefined || regex.test(entry.message));
  const timeZone = system.properties.get('persist.sys.timezone');
  const matching = system.logcat.entries().filter(accepts);
  return {
    format: name,
    accepts,
    timeZone,
    maxCount: parseCount(options.get('-m') ?? options.get('--max-count')),
    past: since(matching, options.get('-T') ?? options.get('-t'), timeZone),
  };
}

/** Words of `-v` that only say how a format is printed. */
const MODIFIERS = new Set(
  ' color colour descriptive monotonic nsec printable uid usec UTC year zone'.split(' '),
);

function parseRegex(text: string | undefined): RegExp | undefined {
  if (text === undefined) return undefined;
  try {
    return posixRegex(text, 'extended');
  } catch {
    throw new UsageError(`logcat: invalid regex '${text}'`);
  }
}

function parseCount(text: string | undefined): number {
  if (text === undefined) return Infinity;
  if (!/^[1-9]\d*$/.test(text))
    throw new UsageError(`-m ${text} isn't an integer greater than zero`);
  return Number(text);
}

function parseBuffers(text: string | undefined): readonly LogBuffer[] {
  if (text === undefined || text === 'default') return DEFAULT_BUFFERS;
  const names = text.split(',');
  if (names.includes('all')) return BUFFERS;
  const unknown = names.find((name) => !BUFFERS.some((buffer) => buffer === name));
  if (unknown !== undefined) throw new UsageError(`Unknown buffer '${unknown}'`);
  return BUFFERS.filter((buffer) => names.includes(buffer));
}

/** `TAG:PRIORITY` specs; the most specific wins, `*` stands for all other tags. */
function parseFilter(specs: readonly string[], isSilent: boolean): (entry: LogEntry) => boolean {
  const levels = new Map<string, number>();
  for (const spec of specs.filter((candidate) => candidate !== '')) {
    const [tag = '', level = 'V'] = spec.split(':');
    levels.set(tag, levelOf(level === '*' ? 'V' : level, spec));
  }
  const fallback = levels.get('*') ?? (isSilent ? Infinity : 0);
  return ({ tag, priority }) => LOG_PRIORITIES.indexOf(priority) >= (levels.get(tag) ?? fallback);
}

function levelOf(letter: string, spec: string): number {
  if (letter.toUpperCase() === 'S') return Infinity;
  const level = LOG_PRIORITIES.findIndex((priority) => priority === letter.toUpperCase());
  if (level < 0) throw new UsageError(`Invalid filter expression '${spec}'`);
  return level;
}

/** A count takes the newest entries; a time (`MM-DD hh:mm:ss.mmm` or seconds) those from then on. */
function since(
  entries: readonly LogEntry[],
  when: string | undefined,
  timeZone: string,
): readonly LogEntry[] {
  if (when === undefined) return entries;
  if (/^\d+$/.test(when)) {
    const count = Number(when);
    if (count === 0) throw new UsageError(`-T 0 is invalid, must be at least 1`);
    return entries.slice(-count);
  }
  if (/^\d+\.\d+$/.test(when)) return entries.filter(({ timeMs }) => timeMs >= Number(when) * 1000);
  const format = /^\d{4}-/.test(when) ? '%Y-%m-%d %H:%M:%S.%3N' : '%m-%d %H:%M:%S.%3N';
  return entries.filter(({ timeMs }) => formatTime(timeMs, format, timeZone) >= when);
}

/** Prints entries, and a heading before the first of each buffer. */
class Printer {
  readonly #format: LogFormat;
  readonly #timeZone: string;
  readonly #seen = new Set<LogBuffer>();

  constructor({ format, timeZone }: Request) {
    this.#format = format;
    this.#timeZone = timeZone;
  }

  print(entries: readonly LogEntry[]): string {
    return entries
      .map((entry) => {
        const isFirst = !this.#seen.has(entry.buffer);
        this.#seen.add(entry.buffer);
        const heading = isFirst ? `--------- beginning of ${entry.buffer}\n` : '';
        return heading + formatLogEntry(entry, this.#format, this.#timeZone);
      })
      .join('');
  }
}
