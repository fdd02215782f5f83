import assert from 'node:assert/strict';
import { join, relative } from 'node:path';
import { test } from 'node:test';
import { PROJECT_ROOT } from '../../config/paths.ts';
import { chosenSpecs } from '../../launcher/live/chosen-specs.ts';
import { filesBelow, smokeSpecs } from '../../scripts/runners.mjs';
import { config } from '../../wdio.conf.ts';

test('npm test runs every spec file', () => {
  const { suites } = config;
  const run = new Set([
    ...smokeSpecs(),
    ...chosenSpecs({ suite: ['codes'], ...(suites && { suites }) }, PROJECT_ROOT),
  ]);
  const leftOut = filesBelow(join(PROJECT_ROOT, 'specs'), '.spec.ts').filter(
    (file) => !run.has(file),
  );
  assert.deepEqual(
    leftOut.map((file) => relative(PROJECT_ROOT, file)),
    [],
  );
});
