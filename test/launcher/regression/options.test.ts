import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { UsageError } from '../../../launcher/command-line.ts';
import { parseRegressionOptions } from '../../../launcher/regression/options.ts';

describe('options of npm run regression', () => {
  it('choose every test by default', () => {
    const { tags, specs, profiles, languages } = parseRegressionOptions([]);
    assert.deepEqual(
      { tags, specs, profiles, languages },
      { tags: ['regression'], specs: [], profiles: undefined, languages: undefined },
    );
  });

  it('are lists with commas', () => {
    const args = ['--tags', 'smoke, @slow', '--profiles', 'a,b@ru', '--languages', 'en,zh-CN'];
    const { tags, profiles, languages } = parseRegressionOptions(args);
    assert.deepEqual(
      [tags, profiles, languages],
      [
        ['smoke', 'slow'],
        ['a', 'b@ru'],
        ['en', 'zh-CN'],
      ],
    );
  });

  for (const args of [
    ['--tags', 'smok'],
    ['--at-once', '0'],
    ['--shard', '5/4'],
    ['--profile', 'a'],
  ]) {
    it(`refuse ${args.join(' ')}`, () => {
      assert.throws(() => parseRegressionOptions(args), UsageError);
    });
  }

  it('name the tags there are when they refuse one', () => {
    assert.throws(() => parseRegressionOptions(['--tags', 'smok']), /smoke, regression, slow/);
  });
});
