import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Looks } from '../../flows/looks.ts';
import { SmsCodePage } from '../../pageobjects/sms-code-page.ts';

const START_MS = Date.UTC(2025, 0, 1, 12);
const page = new SmsCodePage({} as WebdriverIO.Browser);

test('looks that found the same are one line, with how long it showed', () => {
  const looks = new Looks();
  looks.note({ ids: ['app:id/code'], page }, START_MS);
  looks.note({ ids: ['app:id/code'], page }, START_MS + 1_500);
  looks.note({ ids: [], page: undefined }, START_MS + 2_000);
  assert.deepEqual(looks.lines(), [
    '12:00:00.000  SMS code  [app:id/code]  (2 looks in 1.5 s)',
    '12:00:02.000  no known screen',
  ]);
});

test('what shows again after something else has a line of its own', () => {
  const looks = new Looks();
  for (const shown of [page, undefined, page]) looks.note({ ids: [], page: shown }, START_MS);
  assert.equal(looks.lines().length, 3);
});

test('only the newest are kept', () => {
  const looks = new Looks();
  for (let at = 0; at < 100; at += 1) looks.note({ ids: [String(at)], page }, START_MS);
  assert.equal(looks.lines().length, 30);
  assert.match(looks.lines().at(-1) ?? '', /\[99\]/);
});
