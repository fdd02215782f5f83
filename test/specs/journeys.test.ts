import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { PROJECT_ROOT } from '../../config/paths.ts';
import { whyNotOn } from '../../config/test-tags.ts';
import { titlesIn } from '../../launcher/live/spec-titles.ts';

const GUIDE = readFileSync(join(PROJECT_ROOT, 'docs', 'real-phones', 'journeys.md'), 'utf8');

/** Specs that have a test for the live service. */
const live = readdirSync(join(PROJECT_ROOT, 'specs'), { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.spec.ts'))
  .map((name) => join('specs', name))
  .filter((file) =>
    titlesIn(readFileSync(join(PROJECT_ROOT, file), 'utf8')).some(
      (title) => whyNotOn('live', title) === undefined,
    ),
  );

test('the guide has a row for each spec that runs on the live service, and for no other', () => {
  const rows = [...GUIDE.matchAll(/^\| \[(specs\/\S+\.spec\.ts)\]/gm)].map(([, file]) => file);
  assert.deepEqual(rows.sort(), live.sort());
});

test('no spec is promised for day one or two that does not run on the live service', () => {
  const promised = [...GUIDE.matchAll(/`(specs\/\S+\.spec\.ts)`/g)].map(([, file = '']) => file);
  assert.ok(promised.length > 0);
  assert.deepEqual(
    promised.filter((file) => !live.includes(file)),
    [],
  );
});
