import { phoneName } from '../phone-results.ts';
import type { Summary } from '../summary.ts';
import type { Verdict } from '../gate/gate.ts';
import { sumLine } from './words.ts';

/** More are in the report. */
const FAILURES_TOLD = 20;
const DETAILS_TOLD = 3;

/**
 * What MI_NOTIFY is told of a night, as JSON: `text` for chats, all else for programs.
 * @param summary masked, as `reports/summary.json` is.
 * @param run page of the CI system's run.
 */
export function notificationOf(
  summary: Pick<Summary, 'runId' | 'startedAt' | 'tests' | 'results' | 'failures' | 'durationMs'>,
  { passed, findings }: Verdict,
  run: string | undefined,
): string {
  const broken = findings.filter(({ level }) => level === 'failed');
  const headline = passed ? 'The nightly run is good' : 'The nightly run fails';
  const { runId, startedAt, durationMs, tests, results, failures } = summary;
  return JSON.stringify({
    text: [
      `${headline}: ${sumLine(summary)}.`,
      ...broken.map(({ text, details = [] }) =>
        [`• ${text}`, ...details.slice(0, DETAILS_TOLD)].join('\n  '),
      ),
      ...(run === undefined ? [] : [run]),
    ].join('\n'),
    outcome: passed ? 'passed' : 'failed',
    runId,
    startedAt,
    durationMs,
    tests,
    phones: results.length,
    broken: broken.map(({ rule, text }) => ({ rule, text })),
    failures: failures.slice(0, FAILURES_TOLD).map((test) => ({
      phone: phoneName(test),
      test: test.spec ?? test.title,
      error: test.error,
    })),
    run: run ?? null,
  });
}
