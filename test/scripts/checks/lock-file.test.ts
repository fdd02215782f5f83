import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lockFileProblems } from '../../../scripts/checks/lock-file.mjs';

const parent = { version: '1.0.0', optionalDependencies: { 'parent-linux': '1.0.0' } };

test('a lock file that names everything has no problem', () => {
  assert.deepEqual(
    lockFileProblems({
      packages: {
        '': {},
        emulator: {},
        'node_modules/emulator': { link: true },
        'node_modules/parent': parent,
        'node_modules/parent-linux': { version: '1.0.0', optional: true },
      },
    }),
    [],
  );
});

test('a package without a version is a problem', () => {
  assert.deepEqual(lockFileProblems({ packages: { 'node_modules/a': { optional: true } } }), [
    'node_modules/a has no version',
  ]);
});

test("another platform's package that is not locked is a problem", () => {
  assert.deepEqual(lockFileProblems({ packages: { 'node_modules/parent': parent } }), [
    'node_modules/parent needs parent-linux, not locked',
  ]);
});

for (const folder of [
  'node_modules/outer/node_modules/parent/node_modules/parent-linux',
  'node_modules/outer/node_modules/parent-linux',
  'node_modules/parent-linux',
]) {
  test(`it is found as ${folder}`, () => {
    assert.deepEqual(
      lockFileProblems({
        packages: {
          'node_modules/outer/node_modules/parent': parent,
          [folder]: { version: '1.0.0', optional: true },
        },
      }),
      [],
    );
  });
}

test('beside a package it is not found', () => {
  assert.equal(
    lockFileProblems({
      packages: {
        'node_modules/parent': parent,
        'node_modules/other/node_modules/parent-linux': { version: '1.0.0', optional: true },
      },
    }).length,
    1,
  );
});
