import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { UsageError } from '../../launcher/command-line.ts';
import { parseOptions } from '../../launcher/options.ts';

describe('options of npm start', () => {
  it('are none by default', () => {
    assert.deepEqual(parseOptions([]), { open: false, watch: false, help: false });
  });

  it('can open the report', () => {
    assert.equal(parseOptions(['--open']).open, true);
  });

  it('can open the operator page', () => {
    assert.equal(parseOptions(['--watch']).watch, true);
  });

  for (const name of ['open', 'watch']) {
    it(`that npm swallowed are told with the way to write them: --${name}`, () => {
      assert.throws(
        () => parseOptions([], { [`npm_config_${name}`]: 'true' }),
        new RegExp(`npm start -- --${name}`),
      );
    });
  }

  for (const args of [['--opn'], ['--open=yes'], ['specs/x.spec.ts']]) {
    it(`are refused when unknown: ${args.join(' ')}`, () => {
      assert.throws(() => parseOptions(args), UsageError);
    });
  }
});
