import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { format, stringsFor } from '../../../emulator/apps/strings/index.ts';

describe('format', () => {
  it('fills in by order', () => {
    assert.equal(format('%s in %d', 'Send', 5), 'Send in 5');
  });

  it('fills in by number', () => {
    assert.equal(format('%2$s before %1$s', 'a', 'b'), 'b before a');
  });

  it('leaves other percent signs alone', () => {
    assert.equal(format('100 % of %d', 3), '100 % of 3');
  });
});

describe('stringsFor', () => {
  it('speaks English where it has no table', () => {
    assert.equal(stringsFor('xx-XX').settings_title, 'Settings');
  });
});
