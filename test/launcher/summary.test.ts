import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { rmSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { Masker } from '../../config/masker.ts';
import type { ProgressEvent } from '../../config/progress.ts';
import { RunRecord } from '../../launcher/run-record.ts';
import { buildSummary, writeSummary, type RunFacts } from '../../launcher/summary.ts';
import { renderSummary } from '../../launcher/terminal/summary-screen.ts';
import schema from '../../reports/summary.schema.json' with { type: 'json' };

const serial = 'emulator-5554';
const validate = new Ajv2020({ strict: true }).compile(schema);
const folder = mkdtempSync(join(tmpdir(), 'summary-test-'));
after(() => rmSync(folder, { recursive: true }));

const facts: RunFacts = {
  runId: '20260101-000000-abcdef',
  startedAtMs: Date.UTC(2026, 0, 1),
  endedAtMs: Date.UTC(2026, 0, 1) + 12_345,
  exitCode: 0,
  report: 'reports/html/index.html',
  junit: ['reports/junit/wdio-0-0.xml'],
};

const step = { step: 'sms-code', title: 'Enter the code from the SMS', budgetMs: 300_000 } as const;

function record(...events: ProgressEvent[]): RunRecord {
  const all = new RunRecord();
  all.take({ type: 'phone-ready', serial, model: '2312DRA50G', system: 'HyperOS 3.0, Android 16' });
  for (const event of events) all.take(event);
  return all;
}

function passedRun(): RunRecord {
  const run = record(
    { type: 'step-started', serial, ...step },
    { type: 'step-ended', serial, ...step, outcome: 'passed', serverMs: 1200.4, harnessMs: 800 },
    { type: 'account', serial, account: 'created' },
  );
  run.tests.testEnded({ outcome: 'passed', title: 'a test', durationMs: 0 });
  return run;
}

function summaryOf(run: RunRecord, change: Partial<RunFacts> = {}) {
  return buildSummary(run, { ...facts, ...change }, new Masker());
}

describe('summary of a run', () => {
  it('has the documented shape when the run passed', () => {
    assert.ok(validate(summaryOf(passedRun())), JSON.stringify(validate.errors));
  });

  it('has the documented shape when the run failed before any phone was ready', () => {
    const run = new RunRecord();
    run.stoppedBy({ type: 'SettingsError', message: 'bad', category: 'harness' as const });
    const summary = summaryOf(run, { report: undefined, junit: [], exitCode: 1 });
    assert.ok(validate(summary), JSON.stringify(validate.errors));
  });

  it('lists the steps with whole milliseconds and without their titles', () => {
    assert.deepEqual(summaryOf(passedRun()).phones[0]?.steps, [
      { name: 'sms-code', outcome: 'passed', serverMs: 1200, harnessMs: 800, budgetMs: 300_000 },
    ]);
  });

  it('counts a run without a test as failed', () => {
    assert.equal(summaryOf(record()).error?.type, 'NoTestError');
  });

  it('says so when no spec file fell to the part of the run', () => {
    const { error } = summaryOf(record(), { shard: { current: 2, total: 2 } });
    assert.match(error?.message ?? '', /no spec file fell to part 2 of 2/);
  });

  it('keeps the notes, of a phone and of none', () => {
    const run = passedRun();
    run.take({ type: 'note', text: 'An earlier run ended in the middle of a sign-up.' });
    run.take({ type: 'note', serial, text: 'The account exists nevertheless.' });
    const summary = summaryOf(run);
    assert.ok(validate(summary), JSON.stringify(validate.errors));
    assert.deepEqual(summary.notes, [
      { serial: null, text: 'An earlier run ended in the middle of a sign-up.' },
      { serial, text: 'The account exists nevertheless.' },
    ]);
  });

  it('counts a run that WebdriverIO failed as failed', () => {
    assert.equal(summaryOf(passedRun(), { exitCode: 1 }).outcome, 'failed');
  });

  it('puts what stopped the run before what the test then saw', () => {
    const run = record();
    run.tests.testEnded({
      outcome: 'failed',
      title: 'a test',
      durationMs: 0,
      error: {
        type: 'WebDriverError',
        message: 'socket hang up',
        category: 'harness' as const,
      },
    });
    run.stoppedBy({
      type: 'PhoneLostError',
      message: 'The phone ended.',
      category: 'harness' as const,
    });
    assert.equal(summaryOf(run).error?.type, 'PhoneLostError');
  });

  it('enters a step that never ended as failed, with the time it was waited for', () => {
    const run = record(
      { type: 'step-started', serial, ...step },
      { type: 'waiting', serial, ...step, what: 'the SMS code', elapsedMs: 7000 },
    );
    run.closeOpenSteps();
    assert.deepEqual(summaryOf(run).phones[0]?.steps, [
      { name: 'sms-code', outcome: 'failed', serverMs: 7000, harnessMs: 0, budgetMs: 300_000 },
    ]);
  });

  it('keeps phones apart that tests started one after the other at one port', () => {
    const run = record(
      { type: 'step-started', serial, ...step },
      { type: 'phone-ready', serial, model: 'M2006C3LG', system: 'MIUI 10, Android 9' },
      { type: 'account', serial, account: 'created' },
    );
    assert.deepEqual(
      run.phones.map(({ model, account, steps }) => [model, account, steps.length]),
      [
        ['2312DRA50G', 'none', 1],
        ['M2006C3LG', 'created', 0],
      ],
    );
  });

  it('says which phone of the run one stands for that a test started', () => {
    const about = { model: 'M2006C3LG', system: 'MIUI 10, Android 9' };
    const run = record({
      type: 'phone-ready',
      serial: 'emulator-5600',
      ...about,
      forPhone: serial,
    });
    assert.deepEqual(
      summaryOf(run).phones.map(({ forPhone }) => forPhone),
      [null, serial],
    );
  });

  it('masks the error', () => {
    const masker = new Masker();
    masker.addPhoneNumber('+12015550123');
    const run = record();
    run.tests.testEnded({
      outcome: 'failed',
      title: 'a test',
      durationMs: 0,
      error: {
        type: 'Error',
        message: 'no SMS for (201) 555-0123',
        category: 'harness' as const,
      },
    });
    const summary = buildSummary(run, facts, masker);
    assert.equal(summary.error?.message, 'no SMS for [masked number]');
  });

  it('is written whole, with nothing left beside it', () => {
    const path = join(folder, 'summary.json');
    const summary = summaryOf(passedRun());
    writeSummary(path, summary);
    assert.deepEqual(
      [readdirSync(folder), JSON.parse(readFileSync(path, 'utf8'))],
      [['summary.json'], summary],
    );
  });
});

describe('screen at the end of a run', () => {
  it('shows the outcome, the steps and where the report is', () => {
    const text = renderSummary(summaryOf(passedRun()), {
      color: false,
      reportAddress: 'file:///r/index.html',
    });
    assert.equal(
      text,
      [
        '',
        'emulator-5554: 2312DRA50G, HyperOS 3.0, Android 16',
        '  ✓ account created',
        '',
        '    step                                     server    harness   budget',
        '  ✓ Enter the code from the SMS               1.2 s      0.8 s    05:00',
        '',
        'PASSED in 12.3 s; tests: 1 passed, 0 failed, 0 skipped',
        'report:  file:///r/index.html',
        'summary: reports/summary.json, logs: reports/logs/',
        '',
      ].join('\n'),
    );
  });

  it('says what failed', () => {
    const run = record();
    run.tests.testEnded({
      outcome: 'failed',
      title: 'a test',
      durationMs: 0,
      error: {
        type: 'SmsNotReceivedError',
        message: 'No SMS.\n  what to do: wait',
        category: 'sms',
      },
    });
    const text = renderSummary(summaryOf(run), { color: false, reportAddress: undefined });
    assert.match(text, /^ {4}SmsNotReceivedError: No SMS\.\n {6}what to do: wait\n\nFAILED/m);
  });

  it('does not miss an account on a phone that had nothing to do', () => {
    const text = renderSummary(summaryOf(record()), { color: false, reportAddress: undefined });
    assert.match(text, /^ {2}no sign-up was begun on it$/m);
  });
});
