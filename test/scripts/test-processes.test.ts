import assert from 'node:assert/strict';
import { test } from 'node:test';
import { groupFiles } from '../../scripts/test-processes.mjs';

const FILES = Array.from({ length: 30 }, (_, index) => `file-${String(index).padStart(2, '0')}`);

test('a long file has a process of its own, which is begun before the others', () => {
  const groups = groupFiles(FILES, (file) => file === 'file-05' || file === 'file-20');
  assert.deepEqual(groups.slice(0, 2), [['file-05'], ['file-20']]);
});

test('each file is in one process, beside its neighbours', () => {
  const groups = groupFiles(FILES, () => false);
  assert.ok(groups.length < 5, String(groups.length));
  assert.deepEqual(groups.flat(), FILES);
});
