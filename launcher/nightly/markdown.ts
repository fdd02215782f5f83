import type { Finding, Verdict } from '../gate/gate.ts';
import type { RunTimes } from '../patience/data.ts';
import type { PatienceWords } from '../patience/words.ts';
import { phoneName } from '../phone-results.ts';
import type { Summary } from '../summary.ts';
import { formatMs } from '../terminal/format.ts';
import { code, folded, table } from './markdown-text.ts';
import { patienceTable } from './patience-table.ts';
import { phoneCount, sumLine } from './words.ts';

/** What there is to say of a night; no part of it holds anything that is to be masked. */
export interface Night {
  readonly summary: Pick<Summary, 'tests' | 'results' | 'failures' | 'durationMs'>;
  readonly verdict: Verdict;
  readonly times: Pick<RunTimes, 'steps'>;
  readonly words: Pick<PatienceWords, 'times' | 'pace' | 'isSlow'>;
  /** Page of the CI system's run; absent where there is none. */
  readonly run: string | undefined;
}

/** More are in the report; an issue takes no more than 65,536 characters. */
const FAILURES_SHOWN = 40;
const DETAILS_SHOWN = 20;
const MARKS: Record<Finding['level'], string> = { passed: '✅', failed: '❌', note: 'ℹ️' };

/** The night as Markdown: for GitHub's summary of a run, an issue, or whoever reads it in a mail. */
export function nightlyMarkdown(night: Night): string {
  const { summary, verdict, run } = night;
  return `${[
    `## Nightly: ${verdict.passed ? 'PASSED ✅' : 'FAILED ❌'}`,
    '',
    `${sumLine(summary)}${run === undefined ? '' : ` · [the run](${run})`}`,
    '',
    ...(night.words.isSlow ? [`**${night.words.pace}**`, ''] : []),
    ...gate(verdict),
    ...failures(summary.failures),
    ...patience(night),
    ...phones(summary.results),
  ].join('\n')}\n`;
}

function gate({ findings }: Verdict): string[] {
  const detailed = findings.filter(
    ({ level, details = [] }) => level === 'failed' && details.length > 0,
  );
  return [
    '### Quality gate',
    '',
    ...table(
      ['', 'rule', 'what it came to'],
      findings.map(({ level, rule, text }) => [MARKS[level], code(rule), code(text)]),
    ),
    '',
    ...detailed.flatMap(({ rule, details = [] }) => [
      ...folded(`What breaks ${rule}`, listOf(details)),
      '',
    ]),
  ];
}

function failures(failed: Night['summary']['failures']): string[] {
  if (failed.length === 0) return [];
  const more = failed.length - FAILURES_SHOWN;
  return [
    '### Failed',
    '',
    ...table(
      ['phone', 'test', 'error', 'known'],
      failed
        .slice(0, FAILURES_SHOWN)
        .map((test) => [
          code(phoneName(test)),
          code(test.spec ?? test.title),
          code(test.error),
          test.known === null ? '' : code(`${test.known.reason} (until ${test.known.expires})`),
        ]),
    ),
    '',
    ...(more > 0 ? [`… and ${String(more)} more, in the report.`, ''] : []),
  ];
}

function patience({ times, words }: Night): string[] {
  return [
    '### Where the minutes went',
    '',
    `${words.times} ${words.pace}`,
    '',
    ...(times.steps.length === 0 ? [] : [...patienceTable(times), '']),
  ];
}

function phones(results: Night['summary']['results']): string[] {
  const rows = results.map((result) => [
    code(phoneName(result)),
    code(result.system),
    String(result.passed),
    String(result.failed),
    String(result.skipped),
    formatMs(result.durationMs),
  ]);
  return folded(
    phoneCount(results.length),
    table(['phone', 'system', 'passed', 'failed', 'skipped', 'time'], rows),
  );
}

function listOf(items: readonly string[]): string[] {
  const more = items.length - DETAILS_SHOWN;
  return [
    ...items.slice(0, DETAILS_SHOWN).map((item) => `- ${code(item)}`),
    ...(more > 0 ? [`- … and ${String(more)} more`] : []),
  ];
}
