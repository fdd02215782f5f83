import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { parseOptions, UsageError } from '../../launcher/options.ts';

describe('options of npm start', () => {
  it('are none by default', () => {
    assert.deepEqual(parseOptions([]), { open: false, help: false });
  });

  it('can open the report', () => {
    assert.equal(parseOptions(['--open']).open, true);
  });

  it('that npm swallowed are told with the way to write them', () => {
    assert.throws(() => parseOptions([], { npm_config_open: 'true' }), /npm start -- --open/);
  });

  for (const args of [['--opn'], ['--open=yes'], ['specs/x.spec.ts']]) {
    it(`are refused when unknown: ${args.join(' ')}`, () => {
      assert.throws(() => parseOptions(args), UsageError);
    });
  }
});
