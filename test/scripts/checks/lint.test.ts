import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sortLintResults } from '../../../scripts/checks/lint.mjs';

const result = (ruleId: string | null) =>
  JSON.stringify([
    {
      filePath: '/p/flows/a.ts',
      messages: [{ ruleId, line: 3, column: 7, message: 'Wrong.\nMore.' }],
    },
  ]);

test('an import that crosses a boundary is told from other problems', () => {
  assert.deepEqual(sortLintResults(result('boundaries/dependencies'), '/p'), {
    boundaries: ['flows/a.ts:3:7 Wrong. (boundaries/dependencies)'],
    lint: [],
  });
});

test('any other rule is lint', () => {
  assert.deepEqual(sortLintResults(result('no-debugger'), '/p'), {
    boundaries: [],
    lint: ['flows/a.ts:3:7 Wrong. (no-debugger)'],
  });
});

test('a file that cannot be read is lint', () => {
  assert.equal(sortLintResults(result(null), '/p').lint.length, 1);
});

test('what is not a result is not taken for one without problems', () => {
  assert.throws(() => sortLintResults('Oops! Something went wrong!', '/p'), SyntaxError);
});
