import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { writeEnvironment, writeFallbackResult } from '../../launcher/allure-fallback.ts';
import { writeAllureResult } from '../../launcher/allure-result.ts';
import { generateHtmlReport } from '../../launcher/html-report.ts';
import { RunRecord } from '../../launcher/run-record.ts';

/** The part of Allure's data about its tree of tests that matters here. */
interface Tree {
  readonly root: { readonly groups: readonly string[] };
  readonly groupsById: Readonly<Record<string, { readonly name: string }>>;
}

describe('HTML report of a run that ended before its first test', () => {
  const reports = mkdtempSync(join(tmpdir(), 'report-test-'));
  let html: string;

  before(async () => {
    const results = join(reports, 'allure-results');
    mkdirSync(results);
    const record = new RunRecord();
    record.stoppedBy({
      type: 'PortTakenError',
      message: 'Port 4723 is taken.',
      category: 'set-up',
    });
    writeFallbackResult(results, record, { startedAtMs: 1000, endedAtMs: 2000 });
    writeEnvironment(results, { target: 'emulated' });
    html = readFileSync(await generateHtmlReport(reports), 'utf8');
  });

  after(() => rmSync(reports, { recursive: true }));

  const contents = () =>
    [...html.matchAll(/['"]([A-Za-z0-9+/=]{200,})['"]/g)].map(([, base64 = '']) =>
      Buffer.from(base64, 'base64').toString('utf8'),
    );

  it('says why', () => {
    assert.ok(contents().some((text) => text.includes('PortTakenError: Port 4723 is taken.')));
  });

  it('sorts the failure into its category', () => {
    const name = 'Set-up: settings, this machine, or the state of the phone';
    assert.ok(contents().some((text) => text.includes(name)));
  });

  it('loads nothing from the network', () => {
    assert.doesNotMatch(html, /(?:src|href)="https?:/);
  });

  it('tells nobody that it was opened', () => {
    assert.doesNotMatch(html, /googletagmanager|dataLayer/);
  });
});

describe('HTML report of a run on several phones', () => {
  const reports = mkdtempSync(join(tmpdir(), 'report-test-'));
  after(() => rmSync(reports, { recursive: true }));

  /** @returns the names of the outermost groups of its tests. */
  async function groupsOf(models: readonly string[]): Promise<string[]> {
    const results = join(reports, String(models.length), 'allure-results');
    mkdirSync(results, { recursive: true });
    for (const model of models) {
      writeAllureResult(results, {
        ...{ name: 'a test', status: 'broken', message: 'no', startMs: 0, stopMs: 1 },
        fullName: `a test on ${model}`,
        labels: [
          { name: 'suite', value: 'a suite' },
          { name: 'model', value: model },
        ],
      });
    }
    const page = await generateHtmlReport(join(results, '..'), { singleFile: false });
    const tree = JSON.parse(readFileSync(join(page, '..', 'widgets', 'tree.json'), 'utf8')) as Tree;
    return tree.root.groups.map((id) => tree.groupsById[id]?.name ?? '');
  }

  it('groups the tests by phone, and those of a single phone by suite', async () => {
    assert.deepEqual((await groupsOf(['Redmi 7A', 'Xiaomi 13'])).sort(), ['Redmi 7A', 'Xiaomi 13']);
    assert.deepEqual(await groupsOf(['Redmi 7A']), ['a suite']);
  });
});
