import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { writeEnvironment, writeFallbackResult } from '../../launcher/allure-fallback.ts';
import { generateHtmlReport } from '../../launcher/html-report.ts';
import { RunRecord } from '../../launcher/run-record.ts';

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
