import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { KnownIssue } from '../../../config/known-issues.ts';
import { judgeGate, type Finding, type JudgedSummary } from '../../../launcher/gate/gate.ts';
import type { GateRules } from '../../../launcher/gate/rules.ts';
import {
  failedIn,
  failureOn,
  NOTE_13,
  passedIn,
  REDMI_7A,
  summaryOf,
} from '../regression/summaries.ts';

const TODAY = '2027-03-31';
const MINUTE_MS = 60_000;

function failedOn7A(): JudgedSummary {
  const summary = summaryOf([passedIn(NOTE_13, 9, 0), failedIn(REDMI_7A, 1, 0)]);
  return { ...summary, failures: [failureOn(REDMI_7A)] };
}

const issue = (more: Partial<KnownIssue>): KnownIssue => ({
  spec: 'specs/sign-up.spec.ts',
  reason: 'slow operator',
  expires: TODAY,
  ...more,
});

function verdictOf(
  summary: JudgedSummary,
  rules: GateRules,
  issues: KnownIssue[] = [],
): { passed: boolean; of: (rule: string) => Finding | undefined } {
  const { passed, findings } = judgeGate(summary, rules, issues, TODAY);
  return { passed, of: (rule) => findings.find((finding) => finding.rule === rule) };
}

describe('the quality gate', () => {
  it('fails by a failure of which nothing is known, and names it', () => {
    const { passed, of } = verdictOf(failedOn7A(), { maxUnknownFailures: 0 });
    assert.equal(passed, false);
    assert.deepEqual(of('maxUnknownFailures')?.details, [
      'Redmi 7A (emulator-5556): specs/sign-up.spec.ts',
    ]);
  });

  it('lets as many of them pass as it may', () => {
    assert.ok(verdictOf(failedOn7A(), { maxUnknownFailures: 1 }).passed);
  });

  for (const [how, more] of [
    ['spec', {}],
    ['title', { spec: undefined, title: 'test' }],
    ['serial', { phone: 'emulator-5556' }],
    ['model', { phone: 'Redmi 7A' }],
    ['category', { category: 'sms' }],
  ] as const) {
    it(`passes when the failure is known by its ${how}`, () => {
      assert.ok(verdictOf(failedOn7A(), { maxUnknownFailures: 0 }, [issue(more)]).passed);
    });
  }

  for (const [what, more] of [
    ['another spec', { spec: 'specs/other.spec.ts' }],
    ['another title', { title: 'other' }],
    ['another phone', { phone: 'redmi-note-13-pro-5g' }],
    ['another language', { language: 'ru' }],
    ['another category', { category: 'product' }],
  ] as const) {
    it(`does not take an entry of ${what} for it`, () => {
      assert.equal(verdictOf(failedOn7A(), { maxUnknownFailures: 0 }, [issue(more)]).passed, false);
    });
  }

  it('takes ru-RU for ru', () => {
    const summary = { ...failedOn7A(), failures: [{ ...failureOn(REDMI_7A), language: 'ru-RU' }] };
    const known = [issue({ language: 'ru' })];
    assert.ok(verdictOf(summary, { maxUnknownFailures: 0 }, known).passed);
  });

  it('names an entry that matches nothing, and passes', () => {
    const { passed, of } = verdictOf(summaryOf([]), {}, [issue({ phone: 'redmi-7a' })]);
    assert.ok(passed);
    assert.deepEqual(of('known-issues'), {
      level: 'note',
      rule: 'known-issues',
      text: 'specs/sign-up.spec.ts on redmi-7a matches no failure of this run; remove it if it is mended',
    });
  });

  it('fails by an entry that has expired, also where nothing failed', () => {
    const { passed, of } = verdictOf(summaryOf([]), {}, [issue({ expires: '2027-03-30' })]);
    assert.equal(passed, false);
    assert.match(of('known-issues')?.text ?? '', /expired on 2027-03-30/);
  });

  it('fails when the run itself failed, whatever is known', () => {
    const error = {
      type: 'PhoneLostError',
      message: 'gone\n  more',
      category: 'phone-lost',
    } as const;
    const { passed, of } = verdictOf({ ...summaryOf([]), errors: [error] }, {});
    assert.equal(passed, false);
    assert.deepEqual(of('run')?.details, ['PhoneLostError: gone']);
  });

  it('fails when too few tests ran', () => {
    const skipped = { ...summaryOf([]), tests: { passed: 0, failed: 0, skipped: 5 } };
    assert.equal(verdictOf(skipped, { minTests: 1 }).passed, false);
  });

  it('fails when a phone is as good as muted', () => {
    const { passed, of } = verdictOf(failedOn7A(), { minPassRateOfEachPhone: 0.5 }, [issue({})]);
    assert.equal(passed, false);
    assert.deepEqual(of('minPassRateOfEachPhone')?.details, ['Redmi 7A (emulator-5556): 0 %']);
  });

  it('asks nothing of a phone on which nothing ran', () => {
    const summary = summaryOf([passedIn(NOTE_13, 1, 0), passedIn(REDMI_7A, 0, 0)]);
    assert.ok(verdictOf(summary, { minPassRateOfEachPhone: 1 }).passed);
  });

  it('fails by a test that became flaky, not by one that is', () => {
    const { serial, model, profile, language, spec, title } = failureOn(REDMI_7A);
    const flaky = { serial, model, profile, language, spec, title, why: 'to and fro' };
    const judged = (isNew: boolean) =>
      verdictOf({ ...summaryOf([]), flaky: [{ ...flaky, isNew }] }, { maxNewlyFlaky: 0 }).passed;
    assert.deepEqual([judged(true), judged(false)], [false, true]);
  });

  it('fails when the run took too long', () => {
    const summary = summaryOf([passedIn(NOTE_13, 1, 3 * MINUTE_MS)]);
    assert.equal(verdictOf(summary, { maxDurationMinutes: 2 }).passed, false);
  });
});
