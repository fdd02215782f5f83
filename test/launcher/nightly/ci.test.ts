import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addToRunSummary, runAddress } from '../../../launcher/nightly/ci.ts';

const GITHUB = {
  GITHUB_SERVER_URL: 'https://github.example',
  GITHUB_REPOSITORY: 'qa/mi',
  GITHUB_RUN_ID: '7',
};

for (const [system, env, address] of [
  ['GitHub', GITHUB, 'https://github.example/qa/mi/actions/runs/7'],
  ['Jenkins', { BUILD_URL: 'https://ci.example/job/mi/7/' }, 'https://ci.example/job/mi/7/'],
  ['a machine without either', { GITHUB_SERVER_URL: '', BUILD_URL: '' }, undefined],
] as const) {
  test(`the page of a run on ${system}`, () => {
    assert.equal(runAddress(env), address);
  });
}

test('where nobody shows a summary of the run, none is written', () => {
  assert.doesNotThrow(() => addToRunSummary({ GITHUB_STEP_SUMMARY: '' }, '## Nightly'));
});
