import type { Summary } from '../summary.ts';
import { formatMs } from '../terminal/format.ts';

/** `476 passed, 3 failed, 12 skipped on 16 phones in 41 min 12 s` */
export function sumLine({
  tests: { passed, failed, skipped },
  results,
  durationMs,
}: Pick<Summary, 'tests' | 'results' | 'durationMs'>): string {
  return `${String(passed)} passed, ${String(failed)} failed, ${String(skipped)} skipped on ${phoneCount(results.length)} in ${formatMs(durationMs)}`;
}

/** `1 phone`, `16 phones` */
export function phoneCount(count: number): string {
  return `${String(count)} phone${count === 1 ? '' : 's'}`;
}
