import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { parse } from 'dotenv';
import { envExample } from '../../config/env-example.ts';
import { readEnvFile } from '../../config/env-file.ts';
import { PROJECT_ROOT } from '../../config/paths.ts';
import { loadSettings } from '../../config/settings.ts';
import { VARIABLE_NAMES } from '../../config/variables.ts';

function envFile(text: string) {
  const folder = mkdtempSync(join(tmpdir(), 'mi-env-'));
  try {
    writeFileSync(join(folder, '.env'), text);
    return readEnvFile(join(folder, '.env'));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const EXAMPLE = readFileSync(join(PROJECT_ROOT, '.env.example'), 'utf8');
const UNCOMMENTED = EXAMPLE.replaceAll(/^#(?=MI_)/gm, '');

test('.env.example is what the documentation of the settings makes', () => {
  assert.equal(EXAMPLE, envExample());
});

test('.env.example documents every setting, and no other', () => {
  assert.deepEqual(Object.keys(parse(UNCOMMENTED)).sort(), [...VARIABLE_NAMES].sort());
});

test('.env.example shows the defaults', () => {
  assert.deepEqual(
    loadSettings({ HOME: '/h', ...parse(UNCOMMENTED) }),
    loadSettings({ HOME: '/h' }),
  );
});

test('a missing .env is an empty one', () => {
  assert.deepEqual(readEnvFile('/nowhere/.env'), { values: {}, problems: [] });
});

test('a setting without = is reported by name', () => {
  const { values, problems } = envFile('MI_TARGET devices\nMI_STEP_BUDGET=1m\n# MI_PHONES\n');
  assert.deepEqual(values, { MI_STEP_BUDGET: '1m' });
  assert.deepEqual(
    problems.map(({ setting }) => setting),
    ['MI_TARGET'],
  );
});
