import assert from 'node:assert/strict';
import { test } from 'node:test';
import { LANGUAGES } from '../../../config/languages.ts';
import { planOf } from '../../../launcher/soak/plan.ts';

const PROFILES = ['a', 'b', 'c', 'd'];

test('sign-ups go over all profiles, in one language after the other', () => {
  const plan = planOf(PROFILES, PROFILES.length * LANGUAGES.length);
  const phones = new Set(plan.map(({ profile, language }) => `${profile} ${language}`));
  assert.equal(phones.size, PROFILES.length * LANGUAGES.length);
  assert.deepEqual(
    plan.slice(0, 5).map(({ profile }) => profile),
    ['a', 'b', 'c', 'd', 'a'],
  );
});

test('in time each phone sees each order of the picture code, with and without autofill', () => {
  const seen = new Map<string, Set<string>>();
  for (const { profile, language, pictureCode, smsAutofill } of planOf(PROFILES, 200)) {
    const phone = `${profile} ${language}`;
    seen.set(phone, (seen.get(phone) ?? new Set()).add(`${pictureCode} ${smsAutofill}`));
  }
  assert.deepEqual([...new Set([...seen.values()].map(({ size }) => size))], [6]);
});
