import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { parseReportOptions } from '../../../launcher/report/options.ts';

const parse = (...args: string[]) => parseReportOptions(args, {});

describe('the command line of npm run report', () => {
  it('makes one file of the last run, and judges nothing', () => {
    assert.deepEqual(parse(), {
      merge: undefined,
      singleFile: true,
      open: false,
      gate: false,
      help: false,
    });
  });

  it('takes folders to merge', () => {
    assert.deepEqual(parse('--merge', 'a', 'b', '--gate').merge, ['a', 'b']);
  });

  for (const [what, args, message] of [
    ['nothing to merge', ['--merge'], /folders after --merge/],
    ['folders without --merge', ['a'], /--merge before them/],
    ['one file and several', ['--single-file', '--multi-file'], /--single-file or --multi-file/],
    ['several files for a browser', ['--open', '--multi-file'], /--open without --multi-file/],
  ] as const) {
    it(`refuses ${what}`, () => {
      assert.throws(() => parse(...args), message);
    });
  }
});
