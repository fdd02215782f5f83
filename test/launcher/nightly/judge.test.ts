import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
import type { NotifyTarget } from '../../../config/notify-target.ts';
import { judgeNight } from '../../../launcher/nightly/judge.ts';
import { NoRunError } from '../../../launcher/report/errors.ts';
import { summaryOf } from '../regression/summaries.ts';
import { failedTest, phoneResult } from './nights.ts';

const RULES = { maxUnknownFailures: 0 };
const RUN = 'https://github.example/qa/mi/actions/runs/7';

describe('the verdict on a night', () => {
  let reportsDir: string;
  const file = (name: string) => join(reportsDir, name);
  const read = (name: string) => readFileSync(file(name), 'utf8');

  beforeEach(() => {
    reportsDir = mkdtempSync(join(tmpdir(), 'judge-test-'));
  });

  afterEach(() => rmSync(reportsDir, { recursive: true }));

  function leave(failures: ReturnType<typeof failedTest>[]): void {
    const ofPhone = phoneResult({ failed: failures.length });
    const summary = { ...summaryOf([ofPhone]), failures };
    writeFileSync(file('summary.json'), JSON.stringify(summary));
  }

  /** @param command told of a failed gate. */
  function judge(
    command?: string,
    knownIssues: { spec: string; reason: string; expires: string }[] = [],
  ) {
    const notify: NotifyTarget | undefined =
      command === undefined ? undefined : { kind: 'command', program: 'sh', args: ['-c', command] };
    return judgeNight({
      settings: { reportsDir, target: 'emulated', knownIssues, notify },
      rules: RULES,
      nowMs: Date.UTC(2027, 2, 1),
      env: {
        ...{ GITHUB_SERVER_URL: 'https://github.example', GITHUB_REPOSITORY: 'qa/mi' },
        ...{ GITHUB_RUN_ID: '7', GITHUB_STEP_SUMMARY: file('step-summary.md') },
      },
      signal: new AbortController().signal,
    });
  }

  it('is in summary.md, and in what GitHub shows of the run', async () => {
    leave([failedTest()]);
    const { verdict } = await judge();
    assert.equal(verdict.passed, false);
    assert.match(read('summary.md'), /^## Nightly: FAILED ❌\n\n4 passed, 1 failed/);
    assert.ok(read('summary.md').includes(`[the run](${RUN})`));
    assert.equal(read('step-summary.md'), `${read('summary.md')}\n`);
  });

  it('is good where every failure is known', async () => {
    const { spec } = failedTest();
    leave([failedTest()]);
    const { verdict } = await judge(undefined, [
      { spec: spec ?? '', reason: 'servers down', expires: '2027-03-31' },
    ]);
    assert.equal(verdict.passed, true);
  });

  it('is told to MI_NOTIFY when it is bad', async () => {
    leave([failedTest()]);
    const { notTold } = await judge(`cat > '${file('told.json')}'`);
    assert.equal(notTold, undefined);
    const told = JSON.parse(read('told.json')) as Record<string, unknown>;
    assert.deepEqual(
      {
        text: told['text'],
        outcome: told['outcome'],
        run: told['run'],
        failures: told['failures'],
      },
      {
        text: `The nightly run fails: 4 passed, 1 failed, 0 skipped on 1 phone in 1 min 30 s.\n• 1 test failed of which nothing is known; at most 0 may\n  Redmi 7A, ru: specs/sms-code/late.spec.ts\n${RUN}`,
        outcome: 'failed',
        run: RUN,
        failures: [
          {
            phone: 'Redmi 7A, ru',
            test: 'specs/sms-code/late.spec.ts',
            error: 'SmsNotReceivedError: no SMS in 5 min',
          },
        ],
      },
    );
    assert.equal(read('notification.json'), read('told.json'));
  });

  it('is told to nobody when it is good', async () => {
    leave([]);
    await judge(`touch '${file('told')}'`);
    assert.throws(() => read('told'), { code: 'ENOENT' });
  });

  it('stays as it is when nobody can be told, which is said beside it', async () => {
    leave([failedTest()]);
    const { verdict, notTold } = await judge('exit 7');
    assert.equal(verdict.passed, false);
    assert.match(notTold?.message ?? '', /exit code 7/);
    assert.match(read('step-summary.md'), /\n⚠️ Nobody was told of the failed gate\.\n$/);
  });

  it('cannot be had where nothing ran', async () => {
    await assert.rejects(judge(), NoRunError);
  });
});
