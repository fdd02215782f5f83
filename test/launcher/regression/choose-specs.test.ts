import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { UsageError } from '../../../launcher/command-line.ts';
import { chooseSpecs } from '../../../launcher/regression/choose-specs.ts';

const ALL = [
  { path: 'specs/sign-up.spec.ts', title: 'Signing up creates an account @smoke @regression' },
  { path: 'specs/sms-code/late.spec.ts', title: 'An SMS code is waited for @regression' },
  { path: 'specs/sms-code-again.spec.ts', title: 'A second code is Expired @slow @regression' },
];
const REGRESSION = { tags: ['regression'], specs: [], name: undefined };

describe('specs of the regression', () => {
  for (const [what, options, chosen] of [
    ['one of several tags', { tags: ['smoke', 'slow'] }, ['sign-up', 'sms-code-again']],
    ['a folder, without the part that all have', { specs: ['sms-code/'] }, ['sms-code/late']],
    ['a file', { specs: ['./specs/sign-up.spec.ts'] }, ['sign-up']],
    ['a part of the title, in any case', { name: 'expired' }, ['sms-code-again']],
    ['all of it', {}, ['sign-up', 'sms-code/late', 'sms-code-again']],
  ] as const) {
    it(`are chosen by ${what}`, () => {
      assert.deepEqual(
        chooseSpecs(ALL, { ...REGRESSION, ...options }),
        chosen.map((name) => `specs/${name}.spec.ts`),
      );
    });
  }

  it('of a place that is none are refused with the places there are', () => {
    assert.throws(
      () => chooseSpecs(ALL, { ...REGRESSION, specs: ['sms'] }),
      (error) => error instanceof UsageError && error.message.includes('specs/sms-code'),
    );
  });

  it('are refused when none is left', () => {
    assert.throws(
      () => chooseSpecs(ALL, { ...REGRESSION, tags: ['smoke'], name: 'expired' }),
      UsageError,
    );
  });
});
