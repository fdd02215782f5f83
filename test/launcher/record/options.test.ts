import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseCheckLocatorsOptions } from '../../../launcher/check-locators/options.ts';
import { UsageError } from '../../../launcher/command-line.ts';
import { parseRecordOptions } from '../../../launcher/record/options.ts';

test('words to hide are apart by commas', () => {
  assert.deepEqual(parseRecordOptions(['--hide', 'Fang, Home WiFi,'], {}).hide, [
    'Fang',
    'Home WiFi',
  ]);
});

test('nothing to check is refused', () => {
  assert.throws(() => parseCheckLocatorsOptions([], {}), UsageError);
});
