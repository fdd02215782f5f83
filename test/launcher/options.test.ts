import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { UsageError } from '../../launcher/command-line.ts';
import { parseOptions } from '../../launcher/options.ts';

describe('options of npm start', () => {
  it('are none by default', () => {
    assert.deepEqual(parseOptions([]), {
      open: false,
      watch: false,
      phones: undefined,
      shard: undefined,
      help: false,
    });
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

  it('choose how many phones, and which part of the specs', () => {
    const { phones, shard } = parseOptions(['--phones', '8', '--shard', '1/4']);
    assert.deepEqual({ phones, shard }, { phones: '8', shard: '1/4' });
  });

  for (const args of [
    ['--phones', 'all'],
    ['--phones', '0'],
    ['--shard', '5/4'],
    ['--shard', '1'],
  ]) {
    it(`are refused when they make no sense: ${args.join(' ')}`, () => {
      assert.throws(() => parseOptions(args), UsageError);
    });
  }

  for (const args of [['--opn'], ['--open=yes'], ['specs/x.spec.ts']]) {
    it(`are refused when unknown: ${args.join(' ')}`, () => {
      assert.throws(() => parseOptions(args), UsageError);
    });
  }
});
