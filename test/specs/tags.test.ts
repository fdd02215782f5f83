import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { PROJECT_ROOT } from '../../config/paths.ts';
import { whyNotOn } from '../../config/test-tags.ts';
import { titlesIn } from '../../launcher/live/spec-titles.ts';

const SPECS = readdirSync(join(PROJECT_ROOT, 'specs'), { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.spec.ts'))
  .map((name) => join('specs', name));

function source(file: string): string {
  return readFileSync(join(PROJECT_ROOT, file), 'utf8');
}

test('every spec has a title that can be read, so that the launcher can judge it', () => {
  const without = SPECS.filter((file) => titlesIn(source(file)).length === 0);
  assert.deepEqual(without, []);
});

test('no wrong code, quota or resend is tried on the live service', () => {
  const risky = SPECS.filter((file) => /^specs.(sms-code|picture-code)./.test(file));
  assert.ok(risky.length > 0);
  const live = risky.filter((file) =>
    titlesIn(source(file)).some(
      (title) => title.includes('@live') || whyNotOn('live', title) === undefined,
    ),
  );
  assert.deepEqual(live, []);
});

test('a spec that starts a phone of its own says so by its tag', () => {
  const untagged = SPECS.filter(
    (file) =>
      source(file).includes('emulatedPhone(') &&
      !titlesIn(source(file)).every((title) => title.includes('@emulated')),
  );
  assert.deepEqual(untagged, []);
});

test('no test is both for the live service and for emulated phones', () => {
  const both = SPECS.filter((file) =>
    titlesIn(source(file)).some((title) => /@live\b/.test(title) && /@emulated\b/.test(title)),
  );
  assert.deepEqual(both, []);
});

test('the sign-up itself may run on the live service', () => {
  assert.ok(titlesIn(source('specs/sign-up.spec.ts')).some((title) => title.endsWith('@live')));
});
