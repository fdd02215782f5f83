import assert from 'node:assert/strict';
import { test } from 'node:test';
import { UsageError } from '../../../launcher/command-line.ts';
import { parseSignOutOptions } from '../../../launcher/signout/options.ts';

test('what was synced stays on the phone unless somebody says otherwise', () => {
  assert.deepEqual(parseSignOutOptions(['--serial', 'a1b2'], {}), {
    serial: 'a1b2',
    syncedData: 'keep',
    help: false,
  });
  assert.equal(parseSignOutOptions(['--remove'], {}).syncedData, 'remove');
});

test('what was synced cannot both stay and go', () => {
  assert.throws(() => parseSignOutOptions(['--keep', '--remove'], {}), UsageError);
});
