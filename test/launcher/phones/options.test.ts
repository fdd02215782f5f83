import assert from 'node:assert/strict';
import { test } from 'node:test';
import { UsageError } from '../../../launcher/command-line.ts';
import { parsePhonesOptions } from '../../../launcher/phones/options.ts';

const NONE = { selection: undefined, json: false, release: false, force: false, help: false };

test('without options all phones are shown', () => {
  assert.deepEqual(parsePhonesOptions([], {}), NONE);
});

test('words are serials or conditions', () => {
  const { selection } = parsePhonesOptions(['miui>=13', 'region=cn'], {});
  assert.equal(selection?.conditions.length, 2);
  assert.deepEqual(parsePhonesOptions(['a', 'b'], {}).selection?.serials, ['a', 'b']);
});

test('leases of phones are released', () => {
  const { release, force, selection } = parsePhonesOptions(['--release', 'a', '--force'], {});
  assert.deepEqual(
    { release, force, serials: selection?.serials },
    { release: true, force: true, serials: ['a'] },
  );
});

const MISTAKES: [args: string[], message: RegExp][] = [
  [['miui>=thirteen'], /no phones.*seen: miui>=thirteen/s],
  [['--force', 'a'], /--force goes with --release/],
  [['--release', '--force'], /--force needs the serials/],
  [['--release', '--json'], /prints no JSON/],
  [['--release', 'region=cn'], /by serial/],
  [['--serial', 'a'], /not understood/],
];
for (const [args, message] of MISTAKES) {
  test(`${args.join(' ')} is refused`, () => {
    assert.throws(
      () => parsePhonesOptions(args, {}),
      (error) => error instanceof UsageError && message.test(error.message),
    );
  });
}
