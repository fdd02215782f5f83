import assert from 'node:assert/strict';
import { test } from 'node:test';
import { documentProblems } from '../../../scripts/checks/documents.mjs';

const KNOWN = {
  scripts: ['start', 'check'],
  exists: (path: string) => ['wdio.conf.ts', 'specs/sign-up.spec.ts', './docs/a.md'].includes(path),
};
const problems = (text: string) => documentProblems(text, KNOWN);

for (const text of [
  'Run `npm start`, then `npm run check`.',
  'npm ci, npm install zod, npm view zod',
  '`npx wdio run wdio.conf.ts --spec specs/sign-up.spec.ts`',
  '[more](docs/a.md#part), [site](https://example.org/x.md), [below](#part)',
]) {
  test(`nothing is wrong with: ${text}`, () => {
    assert.deepEqual(problems(text), []);
  });
}

for (const [text, problem] of [
  ['npm run chekc', 'npm run chekc: package.json has no such script'],
  ['npm test', 'npm test: package.json has no such script'],
  ['wdio run wdio.conf.js', 'wdio.conf.js: no such file'],
  ['--spec specs/sign-in.spec.ts', 'specs/sign-in.spec.ts: no such file'],
  ['node scripts/setup.mjs', 'scripts/setup.mjs: no such file'],
  ['![the phone](docs/b.png)', 'docs/b.png: no such file'],
] as const) {
  test(`found wrong: ${text}`, () => {
    assert.deepEqual(problems(text), [problem]);
  });
}
