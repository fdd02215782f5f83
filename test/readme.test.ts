import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { test } from 'node:test';
import { PROJECT_ROOT } from '../config/paths.ts';
import { STEPS } from '../config/steps.ts';

const readme = readFileSync(join(PROJECT_ROOT, 'README.md'), 'utf8');
const link = String.raw`\[([^\]]+)\]\(([^)]+)\)`;
const row = new RegExp(String.raw`^\|\s*([^|]+?)\s*\|\s*${link}\s*\|\s*${link}\s*\|$`, 'gm');
const rows = [...readme.matchAll(row)].map(([, step, pageObject, page, , spec]) => ({
  step: String(step),
  pageObject: String(pageObject),
  page: join(PROJECT_ROOT, String(page)),
  spec: join(PROJECT_ROOT, String(spec)),
}));

/** Every file of the project that a file imports, directly or not. */
function importsOf(file: string, seen = new Set<string>()): Set<string> {
  if (seen.has(file)) return seen;
  seen.add(file);
  const source = readFileSync(file, 'utf8');
  for (const [, path = ''] of source.matchAll(/from '(\.{1,2}\/[^']+)'/g)) {
    importsOf(resolve(dirname(file), path), seen);
  }
  return seen;
}

test('the table of the journey has a row for every step, in order', () => {
  assert.deepEqual(
    rows.map(({ step }) => step),
    STEPS.map(({ title }) => title),
  );
});

for (const { step, pageObject, page, spec } of rows) {
  test(`“${step}”: its spec uses its page object`, () => {
    assert.match(readFileSync(page, 'utf8'), new RegExp(`export class ${pageObject}\\b`));
    assert.ok(importsOf(spec).has(page));
  });
}

test('every file that the README links to exists', () => {
  const links = [...readme.matchAll(/\]\((?!https?:)([^)#]+)\)/g)].map(([, path = '']) => path);
  assert.deepEqual(
    links.filter((path) => !existsSync(join(PROJECT_ROOT, path))),
    [],
  );
});
