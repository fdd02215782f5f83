import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parsePhoneSelection } from '../../config/phone-selection.ts';

test('serials are taken as they are', () => {
  assert.deepEqual(parsePhoneSelection('8e3f21, 192.0.2.7:5555'), {
    serials: ['8e3f21', '192.0.2.7:5555'],
    conditions: [],
  });
});

test('conditions are a fact, a comparison and a value', () => {
  assert.deepEqual(parsePhoneSelection('miui>=13,model=Redmi *')?.conditions, [
    { fact: 'miui', comparison: '>=', value: '13' },
    { fact: 'model', comparison: '=', value: 'Redmi *' },
  ]);
});

for (const text of [
  'a,,b',
  'a,a',
  'miui>=thirteen',
  'region>=global',
  'colour=red',
  'language=en_US',
  'a,miui>=13',
]) {
  test(`"${text}" is no selection`, () => {
    assert.equal(parsePhoneSelection(text), undefined);
  });
}
