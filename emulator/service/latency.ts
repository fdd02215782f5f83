/** How long the service takes to answer: fixed, drawn anew for each request, or as listed. */
export type Latency =
  | DrawnLatency
  /** One after the other; once through, the last one stays. */
  | { readonly kind: 'script'; readonly steps: readonly DrawnLatency[] };

export type DrawnLatency =
  | { readonly kind: 'fixed'; readonly ms: number }
  | { readonly kind: 'uniform'; readonly minMs: number; readonly maxMs: number }
  /** A long tail, as slow servers have: half of all answers within the median. */
  | { readonly kind: 'lognormal'; readonly medianMs: number; readonly p95Ms: number };

const UNIT_MS: Readonly<Record<string, number>> = { ms: 1, s: 1000, m: 60_000 };

/** A timer of Node's waits no longer. */
const LONGEST_MS = 2 ** 31 - 1;

/** The 95th percentile of the standard normal distribution. */
const Z95 = 1.645;

/**
 * Reads a latency: `1s`, `250ms`, `0`, `500ms..2s` (uniform), `lognormal:1s..8s` (median and 95th
 * percentile), or `script:1s,5s,0` (any of these, one after the other).
 * @throws RangeError saying what is wrong with the text.
 */
export function parseLatency(text: string): Latency {
  const script = /^\s*script:(.*)$/s.exec(text)?.[1];
  if (script === undefined) return parseDrawnLatency(text);
  return {
    kind: 'script',
    steps: script.split(',').map((step) => {
      if (step.trim() === '') throw malformed(text);
      return parseDrawnLatency(step);
    }),
  };
}

function parseDrawnLatency(text: string): DrawnLatency {
  const trimmed = text.trim();
  const lognormal = trimmed.startsWith('lognormal:');
  const parts = (lognormal ? trimmed.slice('lognormal:'.length) : trimmed).split('..');
  const [low, high] = parts.map((part) => parseDurationMs(part.trim()));
  if (low === undefined || parts.length > 2 || parts.some((part) => part.trim() === '')) {
    throw malformed(text);
  }
  if (lognormal) {
    if (high === undefined) throw malformed(text);
    if (low <= 0 || high <= low) {
      throw new RangeError(`latency '${text}': the median must be above 0 and below the second`);
    }
    return { kind: 'lognormal', medianMs: low, p95Ms: high };
  }
  if (high === undefined) return { kind: 'fixed', ms: low };
  if (high < low) throw new RangeError(`latency '${text}': the range ends below its start`);
  return { kind: 'uniform', minMs: low, maxMs: high };

  function parseDurationMs(duration: string): number {
    if (duration === '0') return 0;
    const match = /^(\d+(?:\.\d+)?)(ms|s|m)$/.exec(duration);
    if (!match) throw malformed(text);
    const ms = Number(match[1]) * (UNIT_MS[match[2] ?? ''] ?? 1);
    if (ms > LONGEST_MS) {
      throw new RangeError(`latency '${text}': ${duration} is too long, expected 24 days at most`);
    }
    return ms;
  }
}

function malformed(text: string): RangeError {
  return new RangeError(
    `latency '${text}' is malformed: expected a duration such as 1s or 250ms, ` +
      'a range such as 500ms..2s, lognormal:1s..8s (median..95th percentile), ' +
      'or script:1s,5s,0 (one after the other)',
  );
}

/**
 * One latency in milliseconds.
 * @param random uniform in [0, 1)
 */
export function drawLatencyMs(latency: DrawnLatency, random: () => number): number {
  switch (latency.kind) {
    case 'fixed':
      return latency.ms;
    case 'uniform':
      return latency.minMs + random() * (latency.maxMs - latency.minMs);
    case 'lognormal': {
      const sigma = Math.log(latency.p95Ms / latency.medianMs) / Z95;
      // Box–Muller; 1 - random() is never 0.
      const normal = Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
      return Math.min(LONGEST_MS, latency.medianMs * Math.exp(sigma * normal));
    }
  }
}
