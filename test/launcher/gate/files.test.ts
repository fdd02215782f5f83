import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { KNOWN_ISSUES_FILE, readKnownIssues } from '../../../config/known-issues.ts';
import { PROJECT_ROOT } from '../../../config/paths.ts';
import gateSchema from '../../../config/quality-gate.schema.json' with { type: 'json' };
import schema from '../../../config/known-issues.schema.json' with { type: 'json' };
import { readGateRules } from '../../../launcher/gate/rules.ts';

const ajv = new Ajv2020({ strict: false, formats: { date: true } });
const validate = ajv.compile(schema);
const ISSUE = { spec: 'specs/a.spec.ts', reason: 'slow operator', expires: '2027-03-31' };

function withFile<Result>(text: string, read: (path: string) => Result): Result {
  const folder = mkdtempSync(join(tmpdir(), 'known-'));
  const path = join(folder, 'file.json');
  writeFileSync(path, text);
  try {
    return read(path);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const read = (json: unknown) => withFile(JSON.stringify(json), readKnownIssues);
const inProject = (name: string) => join(PROJECT_ROOT, name);

describe('the file of known issues', () => {
  for (const name of [KNOWN_ISSUES_FILE, 'config/known-issues.example.json']) {
    it(`is as it should be: ${name}`, () => {
      assert.deepEqual(readKnownIssues(inProject(name)).problems, []);
    });

    it(`is as its schema says: ${name}`, () => {
      validate(JSON.parse(readFileSync(inProject(name), 'utf8')));
      assert.equal(validate.errors, null);
    });
  }

  for (const [what, issue, found] of [
    ['no day', { ...ISSUE, expires: 'soon' }, /issues\.0\.expires: the last day/],
    ['a day that is none', { ...ISSUE, expires: '2027-02-30' }, /issues\.0\.expires/],
    ['no reason', { ...ISSUE, reason: ' ' }, /issues\.0\.reason/],
    ['neither spec nor title', { ...ISSUE, spec: undefined }, /neither spec nor title/],
    ['a spec that is none', { ...ISSUE, spec: 'a.spec.ts' }, /issues\.0\.spec: a spec file/],
    ['a category that is none', { ...ISSUE, category: 'bad' }, /issues\.0\.category/],
    ['a word that is not known', { ...ISSUE, until: 'x' }, /until/],
    ['a link that is none', { ...ISSUE, link: 'QA-1' }, /issues\.0\.link/],
  ] as const) {
    it(`is refused with ${what}`, () => {
      assert.match(read({ issues: [issue] }).problems[0]?.found ?? '', found);
    });
  }

  it('has no phone number in a reason, but dates', () => {
    const reason = 'since 2027-01-10 no SMS reaches +1 201 555 0123 (QA-1234)';
    assert.equal(
      read({ issues: [{ ...ISSUE, reason }] }).issues[0]?.reason,
      'since 2027-01-10 no SMS reaches [masked number] (QA-1234)',
    );
  });

  it('is refused when it is no JSON', () => {
    const { problems } = withFile('{', readKnownIssues);
    assert.equal(problems[0]?.setting, KNOWN_ISSUES_FILE);
  });
});

describe('the rules of the quality gate', () => {
  it('are as they should be in the project', () => {
    assert.equal(readGateRules().maxUnknownFailures, 0);
  });

  it('are as their schema says', () => {
    const validateGate = ajv.compile(gateSchema);
    validateGate(JSON.parse(readFileSync(inProject('config/quality-gate.json'), 'utf8')));
    assert.equal(validateGate.errors, null);
  });

  it('are refused with a rule that is not known', () => {
    assert.throws(
      () => withFile('{"maxFailures": 0}', readGateRules),
      /config\/quality-gate\.json: .*maxFailures/,
    );
  });
});
