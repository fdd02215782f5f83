const MS_PER_MINUTE = 60_000;

/** A second on a wall clock, and where in it a moment lies. */
interface LocalTime extends LocalSecond {
  readonly millisecond: number;
}

interface LocalSecond {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  /** 0 … 6 from Sunday */
  readonly weekday: number;
  /** Minutes east of Greenwich. */
  readonly offsetMinutes: number;
  readonly zoneName: string;
}

const WEEKDAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/**
 * Formats a time as strftime does, with toybox's `%N` (nanoseconds; `%3N` for its first digits).
 * @param timeZone IANA name; an unknown one counts as UTC.
 */
export function formatTime(timeMs: number, format: string, timeZone: string): string {
  const local = localTime(timeMs, timeZone);
  return format.replace(/%(\d?)([a-zA-Z%])/g, (whole, digits: string, letter: string) => {
    if (letter === 'N') return nanoseconds(local).slice(0, digits === '' ? 9 : Number(digits));
    return expand(letter, local, timeMs, timeZone) ?? whole;
  });
}

function expand(
  letter: string,
  local: LocalTime,
  timeMs: number,
  timeZone: string,
): string | undefined {
  const again = (format: string) => formatTime(timeMs, format, timeZone);
  switch (letter) {
    case 'Y':
      return String(local.year);
    case 'y':
      return pad(local.year % 100);
    case 'm':
      return pad(local.month);
    case 'd':
      return pad(local.day);
    case 'e':
      return String(local.day).padStart(2);
    case 'H':
      return pad(local.hour);
    case 'I':
      return pad(local.hour % 12 || 12);
    case 'M':
      return pad(local.minute);
    case 'S':
      return pad(local.second);
    case 'p':
      return local.hour < 12 ? 'AM' : 'PM';
    case 's':
      return String(Math.floor(timeMs / 1000));
    case 'a':
      return WEEKDAYS[local.weekday]?.slice(0, 3);
    case 'A':
      return WEEKDAYS[local.weekday];
    case 'b':
    case 'h':
      return MONTHS[local.month - 1]?.slice(0, 3);
    case 'B':
      return MONTHS[local.month - 1];
    case 'u':
      return String(local.weekday || 7);
    case 'w':
      return String(local.weekday);
    case 'j':
      return pad(dayOfYear(local), 3);
    case 'z':
      return offset(local.offsetMinutes);
    case 'Z':
      return local.zoneName;
    case 'T':
      return again('%H:%M:%S');
    case 'R':
      return again('%H:%M');
    case 'F':
      return again('%Y-%m-%d');
    case 'D':
      return again('%m/%d/%y');
    case 'c':
      return again('%a %b %e %H:%M:%S %Y');
    case 'n':
      return '\n';
    case 't':
      return '\t';
    case '%':
      return '%';
    default:
      return undefined;
  }
}

function localTime(timeMs: number, timeZone: string): LocalTime {
  const epochSecond = Math.floor(timeMs / 1000);
  return { ...zoneOf(timeZone).at(epochSecond), millisecond: timeMs - epochSecond * 1000 };
}

/** Zones that were asked for: making a formatter takes a hundred times as long as using it. */
const ZONES = new Map<string, Zone>();

function zoneOf(timeZone: string): Zone {
  const known = ZONES.get(timeZone);
  if (known) return known;
  try {
    const zone = new Zone(timeZone);
    ZONES.set(timeZone, zone);
    return zone;
  } catch (error) {
    if (error instanceof RangeError) return zoneOf('UTC');
    throw error;
  }
}

class Zone {
  readonly #formatter: Intl.DateTimeFormat;
  /** The latest answer: the lines of a log that follow one another often share their second. */
  #latest: { readonly epochSecond: number; readonly local: LocalSecond } | undefined;

  /** @throws RangeError if there is no such zone. */
  constructor(timeZone: string) {
    this.#formatter = new Intl.DateTimeFormat('en-US', {
      timeZone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
      timeZoneName: 'short',
    });
  }

  at(epochSecond: number): LocalSecond {
    if (this.#latest?.epochSecond !== epochSecond) {
      this.#latest = { epochSecond, local: this.#format(epochSecond) };
    }
    return this.#latest.local;
  }

  #format(epochSecond: number): LocalSecond {
    const parts = this.#formatter.formatToParts(epochSecond * 1000);
    const part = (type: string) => parts.find((candidate) => candidate.type === type)?.value ?? '0';
    const [year, month, day, hour, minute, second] = [
      'year',
      'month',
      'day',
      'hour',
      'minute',
      'second',
    ].map((type) => Number(part(type))) as [number, number, number, number, number, number];
    const asUtcMs = Date.UTC(year, month - 1, day, hour, minute, second);
    return {
      year,
      month,
      day,
      hour,
      minute,
      second,
      weekday: new Date(asUtcMs).getUTCDay(),
      offsetMinutes: Math.round((asUtcMs - epochSecond * 1000) / MS_PER_MINUTE),
      zoneName: part('timeZoneName'),
    };
  }
}

function nanoseconds(local: LocalTime): string {
  return `${pad(Math.floor(local.millisecond), 3)}000000`;
}

function dayOfYear(local: LocalTime): number {
  const start = Date.UTC(local.year, 0, 0);
  return Math.round((Date.UTC(local.year, local.month - 1, local.day) - start) / 86_400_000);
}

function offset(minutes: number): string {
  const sign = minutes < 0 ? '-' : '+';
  const absolute = Math.abs(minutes);
  return `${sign}${pad(Math.floor(absolute / 60))}${pad(absolute % 60)}`;
}

function pad(value: number, width = 2): string {
  return String(value).padStart(width, '0');
}
