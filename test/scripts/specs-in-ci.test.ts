import assert from 'node:assert/strict';
import { join, relative } from 'node:path';
import { test } from 'node:test';
import { PROJECT_ROOT } from '../../config/paths.ts';
import { chosenSpecs } from '../../launcher/live/chosen-specs.ts';
import { chooseSpecs, specFiles } from '../../launcher/regression/choose-specs.ts';
import { parseRegressionOptions } from '../../launcher/regression/options.ts';
import { filesBelow } from '../../scripts/runners.mjs';
import { config } from '../../wdio.conf.ts';

const all = filesBelow(join(PROJECT_ROOT, 'specs'), '.spec.ts');

test('the configuration has every spec file', () => {
  assert.deepEqual(chosenSpecs({ specs: config.specs }, PROJECT_ROOT), all);
});

test('npm run regression runs every spec file', () => {
  assert.deepEqual(
    chooseSpecs(specFiles(PROJECT_ROOT), parseRegressionOptions([])),
    all.map((path) => relative(PROJECT_ROOT, path)),
  );
});
