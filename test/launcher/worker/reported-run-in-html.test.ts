// Results of the real reporter, as the HTML report shows them.
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { addAttachment, endStep, startStep } from '@wdio/allure-reporter';
import { after, before, describe, it } from 'node:test';
import { Status } from 'allure-js-commons';
import { ERROR_CATEGORIES } from '../../../config/errors.ts';
import { noteCategory } from '../../../launcher/worker/failure.ts';
import { generateHtmlReport } from '../../../launcher/html-report.ts';
import { phoneOfRun, ReportedRun } from './reported-run.ts';

const SHARED = 'any phone of the run';
const EVIDENCE = 'what the first phone showed';

/** The part of Allure's data about a test that matters here. */
interface Shown {
  readonly name: string;
  readonly status: string;
  readonly isRetry: boolean;
  readonly retries: readonly { readonly id: string }[];
  readonly categories?: readonly { readonly name: string }[];
  readonly steps: readonly {
    readonly name: string;
    readonly steps: readonly { readonly link?: { readonly id: string; readonly ext: string } }[];
  }[];
}

const reports = mkdtempSync(join(tmpdir(), 'reported-run-'));
const data = join(reports, 'html', 'data');

before(async () => {
  const results = join(reports, 'allure-results');
  mkdirSync(results);
  const first = new ReportedRun(results, phoneOfRun({ deviceName: SHARED, serial: 'a' }));
  await first.test('creates an account @smoke', {
    error: new Error('The phone was lost.'),
    body: async () => {
      await startStep('Open Settings and tap Mi Account');
      await addAttachment('Screen at the failure', EVIDENCE, 'text/plain');
      await endStep(Status.FAILED);
    },
  });
  await first.end();
  // Attempts are told apart by the millisecond in which they began.
  for (const endedMs = Date.now(); Date.now() === endedMs;);
  const second = new ReportedRun(results, phoneOfRun({ deviceName: SHARED, serial: 'b' }));
  await second.test('creates an account @smoke');
  for (const category of ERROR_CATEGORIES) {
    await second.test(`fails by ${category}`, {
      error: new Error('no'),
      body: () => noteCategory(Object.assign(new Error('no'), { category })),
    });
  }
  await second.end();
  await generateHtmlReport(reports, { singleFile: false });
});

after(() => rmSync(reports, { recursive: true }));

function shown(id: string): Shown {
  return JSON.parse(readFileSync(join(data, 'test-results', `${id}.json`), 'utf8')) as Shown;
}

function tests(): Shown[] {
  const ids = readdirSync(join(data, 'test-results')).map((name) => name.replace('.json', ''));
  return ids.map(shown);
}

describe('a test that went to another phone', () => {
  it('has its first attempt, with all that was kept of it', () => {
    const last = tests().find(({ name, isRetry }) => name === 'creates an account' && !isRetry);
    assert.equal(last?.status, 'passed');
    assert.equal(last.retries.length, 1);
    const before = shown(last.retries[0]?.id ?? '');
    const [step] = before.steps;
    const { id, ext } = step?.steps[0]?.link ?? { id: '', ext: '' };
    assert.deepEqual(
      [before.status, step?.name, readFileSync(join(data, 'attachments', `${id}${ext}`), 'utf8')],
      ['broken', 'Open Settings and tap Mi Account', EVIDENCE],
    );
  });
});

describe('a failure', () => {
  for (const category of ERROR_CATEGORIES) {
    it(`of the category ${category} stands in it`, () => {
      const test = tests().find(({ name }) => name === `fails by ${category}`);
      // `Server slow: no answer within …`
      const names = test?.categories?.map(({ name }) => /^[^:]*/.exec(name)?.[0]);
      assert.deepEqual(
        names?.map((name) => name?.toLowerCase().replace(' ', '-')),
        [category],
      );
    });
  }
});
