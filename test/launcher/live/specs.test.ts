import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import type { SpecChoice } from '../../../launcher/live/chosen-specs.ts';
import { closeSpecs, NoTestForPhoneError } from '../../../launcher/live/specs.ts';

const root = mkdtempSync(join(tmpdir(), 'mi-live-specs-'));
after(() => rmSync(root, { recursive: true }));

for (const [file, ...titles] of [
  ['specs/sign-up.spec.ts', 'creates an account @live'],
  ['specs/mixed.spec.ts', 'is seen @live', 'is not seen'],
  ['specs/plain.spec.ts', 'does something'],
  ['specs/sms-code/quota.spec.ts', 'has too many @emulated'],
  ['specs/sms-code/resend.spec.ts', 'is asked for again @emulated'],
] as const) {
  const path = join(root, file);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, titles.map((title) => `it('${title}', () => {});\n`).join(''));
}

const CODES = [['./specs/sms-code/*.spec.ts']];

function config(given: Partial<SpecChoice> = {}): SpecChoice {
  return { specs: ['./specs/*.spec.ts', ...CODES], suites: { codes: CODES }, ...given };
}

/** What `--spec` makes of WebdriverIO's configuration. */
function chosen(file: string): SpecChoice {
  return config({ specs: [pathToFileURL(join(root, file)).href], spec: [file] });
}

/** The files that the configuration excludes, without the root. */
function excluded({ exclude = [] }: SpecChoice): string[] {
  return exclude.map((path) => path.slice(root.length + 1));
}

test('on live, files without a test for it are left out, and their tests are told with the reason', () => {
  const all = config();
  const closed = closeSpecs(all, 'live', root);
  assert.deepEqual(excluded(all), [
    'specs/plain.spec.ts',
    'specs/sms-code/quota.spec.ts',
    'specs/sms-code/resend.spec.ts',
  ]);
  assert.deepEqual(closed[0], {
    title: 'does something',
    file: 'specs/plain.spec.ts',
    reason: 'not tagged @live, so not for the live service',
  });
});

test('on staging, only what needs a phone of its own is left out', () => {
  const all = config();
  closeSpecs(all, 'staging', root);
  assert.deepEqual(excluded(all), [
    'specs/sms-code/quota.spec.ts',
    'specs/sms-code/resend.spec.ts',
  ]);
});

test('on phones that the run starts nothing is left out', () => {
  const all = config();
  assert.deepEqual(closeSpecs(all, 'test', root), []);
  assert.deepEqual(excluded(all), []);
});

for (const [how, choice] of [
  ['--spec', () => chosen('specs/sms-code/quota.spec.ts')],
  ['--suite', () => config({ suite: ['codes'] })],
  ['--exclude', () => config({ exclude: [join(root, 'specs/sign-up.spec.ts'), 'mixed'] })],
] as const) {
  test(`a choice by ${how} with no test for the live service is refused by the files' names`, () => {
    assert.throws(
      () => closeSpecs(choice(), 'live', root),
      (error: unknown) =>
        error instanceof NoTestForPhoneError &&
        error.message.includes('specs/sms-code/quota.spec.ts') &&
        error.message.includes('@live'),
    );
  });
}

test('a suite joins what --spec names', () => {
  const both = { ...chosen('specs/sign-up.spec.ts'), suite: ['codes'] };
  closeSpecs(both, 'live', root);
  assert.deepEqual(excluded(both), [
    'specs/sms-code/quota.spec.ts',
    'specs/sms-code/resend.spec.ts',
  ]);
});
