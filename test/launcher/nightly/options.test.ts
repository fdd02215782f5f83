import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { UsageError } from '../../../launcher/command-line.ts';
import { parseNightlyOptions } from '../../../launcher/nightly/options.ts';

describe('options of npm run nightly', () => {
  it('are those of the regression, and its own', () => {
    const args = ['--latency', '270s', '--profiles', 'redmi-7a', '--shard', '1/1'];
    const { latency, profiles, shard, judge } = parseNightlyOptions(args);
    assert.deepEqual(
      { latency, profiles, shard, judge },
      { latency: '270s', profiles: ['redmi-7a'], shard: '1/1', judge: false },
    );
  });

  it('may ask for a verdict alone', () => {
    assert.equal(parseNightlyOptions(['--judge']).judge, true);
  });

  for (const args of [
    ['--latency', 'long'],
    ['--judge', '--tags', 'smoke'],
  ]) {
    it(`refuse ${args.join(' ')}`, () => {
      assert.throws(() => parseNightlyOptions(args), UsageError);
    });
  }
});
