import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sourceAddress } from '../../config/source-address.ts';

const ON_GITHUB = {
  GITHUB_SERVER_URL: 'https://github.example',
  GITHUB_REPOSITORY: 'qa/mi-account-e2e',
  GITHUB_SHA: '6142812da06f',
};

test('a source is found beside the report', () => {
  assert.equal(sourceAddress('specs/a.spec.ts', {}), '../../specs/a.spec.ts');
});

test('a source of a run on GitHub is found there, at the commit that was tested', () => {
  assert.equal(
    sourceAddress('docs/troubleshooting.md#sim', ON_GITHUB),
    'https://github.example/qa/mi-account-e2e/blob/6142812da06f/docs/troubleshooting.md#sim',
  );
});
