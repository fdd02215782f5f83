import assert from 'node:assert/strict';
import { test } from 'node:test';
import { hasTag, tagsIn, whyNotOn, withoutTags } from '../../config/test-tags.ts';

for (const [title, live, staging] of [
  ['creates an account @smoke @live', true, true],
  ['@live creates an account', true, true],
  ['creates an account', false, true],
  ['creates an account @lively', false, true],
  ['creates an account @live-ish', false, true],
  ['creates an account at someone@live', false, true],
  ['has too many codes @emulated', false, false],
  ['has too many codes @emulated @live', false, false],
] as const) {
  test(`“${title}” ${live ? 'runs' : 'does not run'} on live, and ${staging ? 'runs' : 'does not run'} on staging`, () => {
    assert.equal(whyNotOn('live', title) === undefined, live);
    assert.equal(whyNotOn('staging', title) === undefined, staging);
    assert.equal(whyNotOn('test', title), undefined);
  });
}

test('the tags of a title are its words after an @, known or not', () => {
  assert.deepEqual(tagsIn('@smoke is sent to someone@live @nightly'), ['smoke', 'nightly']);
});

test('a title carries a tag as a whole word only', () => {
  assert.equal(hasTag('creates an account @slow', 'slow'), true);
  assert.equal(hasTag('creates an account @slowly', 'slow'), false);
});

test('a title reads the same without its tags, wherever they stand', () => {
  assert.equal(
    withoutTags('@live asks someone@live twice @smoke @slow'),
    'asks someone@live twice',
  );
});
