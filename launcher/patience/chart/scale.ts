/** What is shorter is drawn as this: on a logarithmic scale there is no nothing. */
const SHORTEST_MS = 100;

const SECOND_MS = 1000;
const MINUTE_MS = 60 * SECOND_MS;
const HOUR_MS = 60 * MINUTE_MS;

/** Where people look on a clock. */
const ROUND_MS = [
  ...[0.1, 1, 10].map((seconds) => seconds * SECOND_MS),
  ...[1, 5, 30].map((minutes) => minutes * MINUTE_MS),
  ...[2, 10, 50].map((hours) => hours * HOUR_MS),
];

/** What an axis in people's units is drawn with. */
export interface Scale {
  /** In the axis's own unit. */
  readonly min: number;
  readonly max: number;
  readonly ticks: readonly number[];
  readonly of: (ms: number) => number;
  /** What is written at a tick. */
  readonly label: (tick: number) => string;
}

/** On which 2 seconds and 5 minutes both read well. @param longestMs that it has room for. */
export function logScale(longestMs: number): Scale {
  const of = (ms: number): number => Math.log10(Math.max(ms, SHORTEST_MS));
  const max = of(1.25 * Math.max(longestMs, 10 * SECOND_MS));
  return {
    ...{ min: of(SHORTEST_MS), max, of },
    ticks: ROUND_MS.map(of).filter((tick) => tick <= max),
    label: (tick) => `${tick === of(0) ? '≤ ' : ''}${shortMs(10 ** tick)}`,
  };
}

/** On which twice as long is twice as far. @param longestMs that it has room for. */
export function linearScale(longestMs: number, mostTicks: number): Scale {
  const roomMs = Math.max(longestMs, SECOND_MS);
  const step = STEPS_MS.find((ms) => roomMs / ms <= mostTicks) ?? roomMs;
  const ticks = Array.from({ length: Math.floor(roomMs / step) + 1 }, (_, index) => index * step);
  return { min: 0, max: roomMs, ticks, of: (ms) => ms, label: shortMs };
}

const STEPS_MS = [
  ...[0.2, 0.5, 1, 2, 5, 10, 20, 30].map((seconds) => seconds * SECOND_MS),
  ...[1, 2, 5, 10, 20, 30].map((minutes) => minutes * MINUTE_MS),
  ...[1, 2, 5, 10, 20, 50, 100].map((hours) => hours * HOUR_MS),
];

/** `0`, `0.1 s`, `10 s`, `5 min`, `2 h`. */
function shortMs(ms: number): string {
  if (ms === 0) return '0';
  if (ms < 0.99 * MINUTE_MS) return `${Number((ms / SECOND_MS).toPrecision(2))} s`;
  if (ms < 0.99 * HOUR_MS) return `${Number((ms / MINUTE_MS).toPrecision(2))} min`;
  return `${Number((ms / HOUR_MS).toPrecision(3))} h`;
}
