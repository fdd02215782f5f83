import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { pathToFileURL } from 'node:url';
import { testPages } from '../../../launcher/report/test-pages.ts';

const SPEC = 'specs/sign-up.spec.ts';
const reports = mkdtempSync(join(tmpdir(), 'test-pages-'));
const page = join(reports, 'html', 'index.html');
const href = pathToFileURL(page).href;

after(() => rmSync(reports, { recursive: true }));
mkdirSync(join(reports, 'allure-results'));

function result(uuid: string, status: string, serial: string, start: number): void {
  const content = {
    ...{ uuid, status, start, name: 'a test', fullName: `${SPEC}#a suite.a test` },
    labels: [{ name: 'phone', value: serial }],
  };
  writeFileSync(join(reports, 'allure-results', `${uuid}-result.json`), JSON.stringify(content));
}

result('first', 'broken', 'a', 1);
result('second', 'failed', 'a', 2);
result('good', 'passed', 'b', 1);

describe('page of a failed test', () => {
  it('is that of its last attempt', () => {
    // What `printf second | md5sum` prints.
    const name = 'a9f0e61a137d86aa9db53465e0801612';
    assert.equal(testPages(page)({ spec: SPEC, serial: 'a' }), `${href}#${name}`);
  });

  it('is not that of one that passed', () => {
    assert.equal(testPages(page)({ spec: SPEC, serial: 'b' }), undefined);
  });

  it('is none where there are no results', () => {
    const elsewhere = join(reports, 'elsewhere', 'html', 'index.html');
    assert.equal(testPages(elsewhere)({ spec: SPEC, serial: 'a' }), undefined);
  });
});
