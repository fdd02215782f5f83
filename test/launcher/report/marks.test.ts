import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { historyIdOf } from '../../../launcher/report/allure-files.ts';
import { flakyTests } from '../../../launcher/report/flaky.ts';
import {
  mergedHistory,
  slim,
  withoutResults,
  type HistoryRun,
} from '../../../launcher/report/history.ts';
import { markedResult } from '../../../launcher/report/marks.ts';
import { recordedResult, START_MS } from './recorded.ts';

const NAME = 'creates an account';
const ID = historyIdOf(recordedResult(NAME));
const ISSUE = {
  spec: 'specs/sign-up.spec.ts',
  reason: 'slow operator (again)',
  expires: '2027-03-31',
  link: 'https://a.example/1',
};
const nothing = { knownIssues: [], today: '2027-03-31', flaky: new Set<string>() };

/** @param outcomes of the test in each, the oldest first: p, f, or s. */
function runs(outcomes: string): HistoryRun[] {
  const statuses: Record<string, string> = { p: 'passed', f: 'failed', s: 'skipped' };
  return [...outcomes].map((outcome, index) => ({
    uuid: `run ${String(index)}`,
    timestamp: index,
    testResults: { [ID]: { status: statuses[outcome] ?? '', start: index } },
  }));
}

describe('a flaky test', () => {
  for (const [what, now, before, isNew] of [
    ['went there and back again', 'passed', 'pf', true],
    ['was flaky before', 'passed', 'pfp', false],
    ['was skipped in between', 'failed', 'fsp', true],
  ] as const) {
    it(what, () => {
      const found = flakyTests([recordedResult(NAME, now)], runs(before));
      assert.deepEqual(
        found.map((test) => test.isNew),
        [isNew],
      );
    });
  }

  for (const [what, now, before] of [
    ['changed once', 'failed', 'ppp'],
    ['always failed', 'failed', 'ff'],
    ['changed more than ten runs ago', 'passed', 'fpfpppppppppp'],
  ] as const) {
    it(`is none that ${what}`, () => {
      assert.deepEqual(flakyTests([recordedResult(NAME, now)], runs(before)), []);
    });
  }

  it('is one that passed on another attempt', () => {
    const attempts = [
      recordedResult(NAME, 'passed', START_MS + 60_000),
      recordedResult(NAME, 'failed', START_MS),
    ];
    assert.deepEqual(
      flakyTests(attempts, []).map(({ why }) => why),
      ['it passed on attempt 2'],
    );
  });
});

describe('the mark of a known issue', () => {
  const marked = (status: 'passed' | 'failed', today = '2027-03-31') =>
    markedResult(recordedResult(NAME, status), { ...nothing, knownIssues: [ISSUE], today });

  it('says the reason before the message, and links to it', () => {
    const { result } = marked('failed');
    assert.equal(
      result.statusDetails?.message,
      'Known until 2027-03-31: slow operator (again)\n\nSmsNotReceivedError: no SMS came',
    );
    assert.deepEqual(result.links, [{ name: 'known issue', url: ISSUE.link, type: 'issue' }]);
  });

  it('comes with a rule that finds it', () => {
    const { result, rule } = marked('failed');
    assert.match(result.statusDetails?.message ?? '', new RegExp(rule?.messageRegexp ?? 'none'));
  });

  it('is not on a test that passed', () => {
    assert.equal(marked('passed').rule, undefined);
  });

  it('is not there after its last day', () => {
    assert.equal(marked('failed', '2027-04-01').rule, undefined);
  });

  it('goes again with its entry', () => {
    const { result } = markedResult(marked('failed').result, nothing);
    assert.equal(result.statusDetails?.message, 'SmsNotReceivedError: no SMS came');
    assert.deepEqual(result.links, []);
  });
});

describe('the history', () => {
  it('is left without a run whose report is made again', () => {
    const again = recordedResult(NAME, 'passed', 1);
    assert.deepEqual(
      withoutResults(runs('pfp'), [again]).map(({ uuid }) => uuid),
      ['run 0', 'run 2'],
    );
  });

  it('keeps no labels of past results', () => {
    const past = { status: 'failed', labels: [{ name: 'thread', value: '0-0' }], trace: '' };
    const { testResults } = slim({ uuid: 'a', timestamp: 1, testResults: { id: past } });
    assert.deepEqual(testResults['id'], { status: 'failed', labels: [] });
  });

  it('is merged with each run once, by time', () => {
    const [first, second, third] = runs('ppp');
    assert.ok(first && second && third);
    const merged = mergedHistory([
      [first, third],
      [second, third],
    ]);
    assert.deepEqual(
      merged.map(({ uuid }) => uuid),
      ['run 0', 'run 1', 'run 2'],
    );
  });
});
