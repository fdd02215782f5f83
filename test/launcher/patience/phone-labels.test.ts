import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { phoneLabels } from '../../../launcher/patience/phone-labels.ts';

describe('the short name of a phone', () => {
  it('is its model without the number', () => {
    const model = 'Redmi Note 8 (2021) (M1908C3JGG)';
    assert.deepEqual(
      [...phoneLabels([{ serial: '8e3f21', model }])],
      [['8e3f21', 'Redmi Note 8 (2021)']],
    );
  });

  it('has what tells it from others of its model, and never its serial', () => {
    const model = 'Redmi 7A (M1903C3EG)';
    const labels = phoneLabels([
      { serial: 'a1', model, language: 'en' },
      { serial: 'b2', model: 'Xiaomi 13 (2211133C)', language: 'en' },
      { serial: 'c3', model, language: 'ru' },
      { serial: 'd4', model, language: 'ru' },
    ]);
    assert.deepEqual(
      [...labels.values()],
      ['Redmi 7A · en', 'Xiaomi 13', 'Redmi 7A · ru · 1', 'Redmi 7A · ru · 2'],
    );
  });
});
