import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkNodeVersion, satisfies } from '../../scripts/node-version.mjs';
import { SetupError } from '../../scripts/setup-error.mjs';

const RANGE = '>=20.20.2 <21 || >=22.23.4 <23 || >=24.22.1';

for (const [version, expected] of [
  ['v20.20.2', true],
  ['v20.20.1', false],
  ['v20.99.0', true],
  ['v21.0.0', false],
  ['v22.23.4', true],
  ['v22.3.40', false],
  ['v24.22.0', false],
  ['v31.0.0', true],
] as const) {
  test(`${version} is ${expected ? 'in' : 'outside'} the range`, () => {
    assert.equal(satisfies(version, RANGE), expected);
  });
}

test('a range it does not understand is not taken for one that matches', () => {
  assert.throws(() => satisfies('v20.1.0', '^20.1.0'), TypeError);
});

test('a supported Node passes without a word', () => {
  assert.doesNotThrow(() => checkNodeVersion('v20.20.2', RANGE));
});

test('an unsupported Node is told what was found, what is wanted and what to do', () => {
  assert.throws(
    () => checkNodeVersion('v18.19.0', RANGE),
    (error) =>
      error instanceof SetupError &&
      /Node v18\.19\.0 .*20\.20\.2, or 22\.23\.4, or 24\.22\.1[^]*install Node 22\.23\.4/.test(
        error.message,
      ),
  );
});
