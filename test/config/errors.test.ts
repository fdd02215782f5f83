import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { categoryOf, ERROR_CATEGORIES } from '../../config/errors.ts';
import { PROJECT_ROOT } from '../../config/paths.ts';
import { PhoneLostError } from '../../device/errors.ts';

describe('the category of a failure', () => {
  it('is the one of the typed error', () => {
    assert.equal(categoryOf(new PhoneLostError('Gone.', { remedy: 'Plug it in.' })), 'phone-lost');
  });

  it('stays with an error that came from another process', () => {
    const copy = Object.assign(new Error('No SMS.'), { category: 'sms' });
    assert.equal(categoryOf(copy), 'sms');
  });

  it('of an expectation that was not met is the product’s', () => {
    assert.equal(categoryOf(new assert.AssertionError({ message: 'not equal' })), 'product');
    assert.equal(categoryOf(Object.assign(new Error(), { matcherResult: {} })), 'product');
  });

  it('of anything else is the harness’s', () => {
    assert.equal(categoryOf(new TypeError('x is undefined')), 'harness');
    assert.equal(categoryOf('a text'), 'harness');
    assert.equal(categoryOf(Object.assign(new Error(), { category: 'weather' })), 'harness');
  });

  it('is one of those that the report knows', () => {
    const report = readFileSync(join(PROJECT_ROOT, 'allurerc.mjs'), 'utf8');
    for (const category of ERROR_CATEGORIES) {
      assert.match(report, new RegExp(`^  '?${category}'?: '`, 'm'));
    }
  });
});
