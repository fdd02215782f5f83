import type { KnownIssue } from '../../config/known-issues.ts';
import type { FlakyTest } from '../report/flaky.ts';
import { phoneName, type FailedTest, type PhoneResult } from '../phone-results.ts';
import type { Summary } from '../summary.ts';
import { isExpired, isOf, knownMark } from './known.ts';
import type { GateRules } from './rules.ts';

const MS_PER_MINUTE = 60_000;
const PERCENT = 100;

/** What the gate found: a rule that was kept or broken, or a note that decides nothing. */
export interface Finding {
  readonly level: 'passed' | 'failed' | 'note';
  /** Of `config/quality-gate.json`, or what is always asked: `run`, `known-issues`. */
  readonly rule: string;
  /** One line. */
  readonly text: string;
  /** What it is about, one line each. */
  readonly details?: readonly string[];
}

export interface Verdict {
  readonly passed: boolean;
  readonly findings: readonly Finding[];
}

/** What of a summary the gate looks at. */
export type JudgedSummary = Pick<
  Summary,
  'outcome' | 'durationMs' | 'tests' | 'results' | 'failures' | 'flaky' | 'errors'
>;

/**
 * Judges a run by the rules of the quality gate.
 * @param rules a rule that is left out is not asked.
 * @param today the day in UTC, such as `2027-03-31`: known issues expire.
 */
export function judgeGate(
  summary: JudgedSummary,
  rules: GateRules,
  knownIssues: readonly KnownIssue[],
  today: string,
): Verdict {
  const unknown = summary.failures.filter((test) => knownMark(test, knownIssues, today) === null);
  const findings = [
    runFinding(summary),
    ...asked(rules.maxUnknownFailures, (max) => unknownFinding(summary.failures, unknown, max)),
    ...asked(rules.minTests, (min) => testsFinding(summary, min)),
    ...asked(rules.minPassRateOfEachPhone, (min) => passRateFinding(summary.results, min)),
    ...asked(rules.maxNewlyFlaky, (max) => flakyFinding(summary.flaky, max)),
    ...asked(rules.maxDurationMinutes, (max) => durationFinding(summary.durationMs, max)),
    ...knownIssueFindings(summary.failures, knownIssues, today),
  ];
  return { passed: findings.every(({ level }) => level !== 'failed'), findings };
}

function asked(limit: number | undefined, judge: (limit: number) => Finding): Finding[] {
  return limit === undefined ? [] : [judge(limit)];
}

/** Something beside the tests failed, which no known issue can excuse. */
function runFinding({ errors }: JudgedSummary): Finding {
  const details = errors.map(({ type, message }) => `${type}: ${message.split('\n')[0] ?? ''}`);
  return errors.length === 0
    ? { level: 'passed', rule: 'run', text: 'nothing but tests failed' }
    : { level: 'failed', rule: 'run', text: 'the run itself failed', details };
}

function unknownFinding(
  all: readonly FailedTest[],
  unknown: readonly FailedTest[],
  max: number,
): Finding {
  const known = all.length - unknown.length;
  return {
    level: unknown.length <= max ? 'passed' : 'failed',
    rule: 'maxUnknownFailures',
    text: `${tests(unknown.length)} failed of which nothing is known${known === 0 ? '' : `, ${tests(known)} of which it is`}; at most ${String(max)} may`,
    details: unknown.map((test) => `${phoneName(test)}: ${test.spec ?? test.title}`),
  };
}

function testsFinding({ tests: { passed, failed } }: JudgedSummary, min: number): Finding {
  const ran = passed + failed;
  return {
    level: ran >= min ? 'passed' : 'failed',
    rule: 'minTests',
    text: `${tests(ran)} ran; at least ${String(min)} must`,
  };
}

function passRateFinding(results: readonly PhoneResult[], min: number): Finding {
  // A phone on which nothing ran says nothing.
  const rates = results.flatMap((result) => {
    const ran = result.passed + result.failed;
    return ran === 0 ? [] : [{ where: phoneName(result), rate: result.passed / ran }];
  });
  const below = rates.filter(({ rate }) => rate < min);
  const lowest = Math.min(1, ...rates.map(({ rate }) => rate));
  return {
    level: below.length === 0 ? 'passed' : 'failed',
    rule: 'minPassRateOfEachPhone',
    text: `${percent(lowest)} passed on the phone on which least did; at least ${percent(min)} must on each`,
    details: below.map(({ where, rate }) => `${where}: ${percent(rate)}`),
  };
}

function flakyFinding(flaky: readonly FlakyTest[], max: number): Finding {
  const newly = flaky.filter(({ isNew }) => isNew);
  return {
    level: newly.length <= max ? 'passed' : 'failed',
    rule: 'maxNewlyFlaky',
    text: `${tests(newly.length)} became flaky; at most ${String(max)} may`,
    details: newly.map((test) => `${phoneName(test)}: ${test.spec ?? test.title}: ${test.why}`),
  };
}

function durationFinding(durationMs: number, max: number): Finding {
  const minutes = durationMs / MS_PER_MINUTE;
  return {
    level: minutes <= max ? 'passed' : 'failed',
    rule: 'maxDurationMinutes',
    text: `it took ${minutes.toFixed(1)} minutes; at most ${String(max)} are allowed`,
  };
}

function knownIssueFindings(
  failures: readonly FailedTest[],
  issues: readonly KnownIssue[],
  today: string,
): Finding[] {
  const expired = issues.filter((issue) => isExpired(issue, today));
  const idle = issues.filter(
    (issue) => !isExpired(issue, today) && !failures.some((test) => isOf(issue, test)),
  );
  const rule = 'known-issues';
  return [
    ...expired.map((issue): Finding => {
      const count = failures.filter((test) => isOf(issue, test)).length;
      const text = `${named(issue)} expired on ${issue.expires}, ${tests(count)} of this run failed by it: mend it and remove the entry, or give the entry another day`;
      return { level: 'failed', rule, text, details: [issue.reason] };
    }),
    ...idle.map((issue): Finding => {
      const text = `${named(issue)} matches no failure of this run; remove it if it is mended`;
      return { level: 'note', rule, text };
    }),
  ];
}

/** `specs/a.spec.ts on redmi-7a in ru (sms)` */
function named({ spec, title, phone, language, category }: KnownIssue): string {
  const test = [spec, title && `“${title}”`].filter(Boolean).join(' ');
  return [
    test,
    ...(phone === undefined ? [] : [`on ${phone}`]),
    ...(language === undefined ? [] : [`in ${language}`]),
    ...(category === undefined ? [] : [`(${category})`]),
  ].join(' ');
}

function tests(count: number): string {
  return count === 1 ? '1 test' : `${String(count)} tests`;
}

/** Rounded down, so that 100 % is all. */
function percent(share: number): string {
  return `${String(Math.floor(share * PERCENT))} %`;
}
