import { drawLatencyMs, parseLatency, type Latency } from './latency.ts';
import { isPointOrAll, POINTS, type Point } from './points.ts';

/** A latency and where it holds; `*` is wherever no rule of its own does. */
export interface LatencyRule {
  readonly at: Point | '*';
  readonly latency: Latency;
}

/**
 * Reads a rule: `sms-codes=4m`, or a latency alone, which holds for all.
 * @throws RangeError saying what is wrong with the text
 */
export function parseLatencyRule(text: string): LatencyRule {
  const equals = text.indexOf('=');
  if (equals < 0) return { at: '*', latency: parseLatency(text) };
  const at = text.slice(0, equals).trim();
  if (!isPointOrAll(at)) {
    throw new RangeError(
      `latency '${text}': '${at}' is not known, expected *, ${POINTS.join(', ')}`,
    );
  }
  return { at, latency: parseLatency(text.slice(equals + 1)) };
}

/** The latencies that hold now. */
export class Latencies {
  readonly #rules = new Map<Point | '*', { latency: Latency; taken: number }>();
  readonly #random: () => number;

  constructor(random: () => number, initial: readonly LatencyRule[] = []) {
    this.#random = random;
    for (const rule of initial) this.set(rule);
  }

  /** Takes the place of the rule for the same point; a script begins anew. */
  set({ at, latency }: LatencyRule): void {
    this.#rules.set(at, { latency, taken: 0 });
  }

  /** Answers at once from now on. */
  clear(): void {
    this.#rules.clear();
  }

  list(): readonly LatencyRule[] {
    return [...this.#rules].map(([at, { latency }]) => ({ at, latency }));
  }

  /** How long the next answer at that point takes, in ms. A script moves on by one step. */
  nextMs(point: Point): number {
    const rule = this.#rules.get(point) ?? this.#rules.get('*');
    if (!rule) return 0;
    if (rule.latency.kind !== 'script') return drawLatencyMs(rule.latency, this.#random);
    const { steps } = rule.latency;
    const step = steps[Math.min(rule.taken, steps.length - 1)];
    rule.taken += 1;
    return step ? drawLatencyMs(step, this.#random) : 0;
  }
}
