import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { writeEnvironment } from '../../launcher/allure-fallback.ts';

test('a name of several words stays one name for who reads properties', () => {
  const folder = mkdtempSync(join(tmpdir(), 'allure-results-'));
  try {
    writeEnvironment(folder, { 'left out': 'a: it is offline' });
    const text = readFileSync(join(folder, 'environment.properties'), 'utf8');
    assert.equal(text, 'left\\ out = a: it is offline\n');
  } finally {
    rmSync(folder, { recursive: true });
  }
});
