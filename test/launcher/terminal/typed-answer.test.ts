import assert from 'node:assert/strict';
import { test } from 'node:test';
import { typedAnswer } from '../../../launcher/terminal/typed-answer.ts';

for (const [line, answer] of [
  ['k7wq', { kind: 'text', text: 'k7wq' }],
  [' k7 wq\t', { kind: 'text', text: 'k7 wq' }],
  ['验证', { kind: 'text', text: '验证' }],
  ['', { kind: 'new-picture' }],
  ['  \r', { kind: 'new-picture' }],
  ['phone', { kind: 'typed-on-phone' }],
  [' Phone ', { kind: 'typed-on-phone' }],
] as const) {
  test(`${JSON.stringify(line)} is ${JSON.stringify(answer)}`, () => {
    assert.deepEqual(typedAnswer(line), answer);
  });
}

for (const line of ['k7\u001B[Dwq', 'k\u0000q', 'k\u200Bq', 'k\tq']) {
  test(`${JSON.stringify(line)} is no answer`, () => {
    assert.equal(typeof typedAnswer(line), 'string');
  });
}
