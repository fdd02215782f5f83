import { LOG_PRIORITIES, type LogBuffer, type LogEntry } from '../../android/logcat.ts';
import type { AndroidSystem } from '../../android/system.ts';
import { type ShellCommand, type StreamInput, UsageError } from '../command.ts';
import { formatTime } from '../date-format.ts';
import { parseLetters } from '../options.ts';
import { formatLogEntry, isLogFormat, LOG_FORMATS, type LogFormat } from '../log-format.ts';

const VALUED = 'bvtTefmnrD';
const BUFFERS: readonly LogBuffer[] = ['main', 'system', 'radio', 'events', 'crash'];
/** Without `-b`, radio and events are left out. */
const DEFAULT_BUFFERS: readonly LogBuffer[] = ['main', 'system', 'crash'];

interface Request {
  readonly format: LogFormat;
  readonly accepts: (entry: LogEntry) => boolean;
  /** Entries of the past to begin with. */
  readonly past: readonly LogEntry[];
  readonly timeZone: string;
}

/** `logcat [-d] [-c] [-v FORMAT] [-b BUFFERS] [-T|-t WHEN] [-s] [FILTERSPECS]` (AOSP logcat.cpp). */
export const logcat: ShellCommand = {
  name: 'logcat',
  // In a pipeline or with its output redirected it cannot follow: it prints what there is.
  run({ system, args, env }) {
    const { options } = parseLetters(args, VALUED);
    if (options.has('-c') || options.has('--clear')) {
      system.logcat.clear();
      return {};
    }
    if (options.has('-g')) {
      return {
        stdout: DEFAULT_BUFFERS.map(
          (buffer) =>
            `${buffer}: ring buffer is 256 KiB (241 KiB consumed, 12 MiB readable), max entry is 5120 B, max payload is 4068 B\n`,
        ).join(''),
      };
    }
    const request = parseRequest(system, args, env);
    return { stdout: new Printer(request).print(request.past) };
  },
  streams(args) {
    const { options } = parseLetters(args, VALUED);
    return !['-d', '-c', '--clear', '-g', '-t', '--help'].some((option) => options.has(option));
  },
  stream: follow,
};

async function follow(input: StreamInput): Promise<number> {
  const { system, signal } = input;
  const request = parseRequest(system, input.args, input.env);
  const printer = new Printer(request);
  const queue: LogEntry[] = [...request.past];
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
        await input.write(printer.print(queue.splice(0)));
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
  const { options, operands } = parseLetters(args, VALUED);
  const [name = 'threadtime'] = (options.get('-v') ?? 'threadtime').split(/[ ,]/);
  if (!isLogFormat(name)) {
    throw new UsageError(
      `Invalid parameter "${name}" to -v\nlogcat: known formats: ${LOG_FORMATS.join(', ')}`,
    );
  }
  const buffers = parseBuffers(options.get('-b'));
  const specs =
    operands.length > 0
      ? operands
      : (env.get('ANDROID_LOG_TAGS') ?? '').replaceAll("'", '').split(/\s+/);
  const isSilent = options.has('-s');
  const passes = parseFilter(specs, isSilent);
  const pid = options.get('--pid');
  const accepts = (entry: LogEntry) =>
    buffers.includes(entry.buffer) &&
    passes(entry) &&
    (pid === undefined || entry.pid === Number(pid));
  const timeZone = system.properties.get('persist.sys.timezone');
  const matching = system.logcat.entries().filter(accepts);
  return {
    format: name,
    accepts,
    timeZone,
    past: since(matching, options.get('-T') ?? options.get('-t'), timeZone),
  };
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
