import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseCommandLine, UsageError } from '../../launcher/command-line.ts';

const SYNTAX = {
  command: 'npm run thing',
  options: { serial: { type: 'string', value: 'SERIAL' }, 'dry-run': { type: 'boolean' } },
} as const;

test('what is not given is off or undefined', () => {
  assert.deepEqual(parseCommandLine(SYNTAX, [], {}), {
    'dry-run': false,
    help: false,
    words: [],
  });
});

test('options and words are taken', () => {
  const args = ['--serial', 'a', 'x', '--dry-run', 'y', '-h'];
  assert.deepEqual(parseCommandLine({ ...SYNTAX, words: 'WORD …' }, args, {}), {
    serial: 'a',
    'dry-run': true,
    help: true,
    words: ['x', 'y'],
  });
});

function refusal(args: string[], env: NodeJS.ProcessEnv = {}): string {
  try {
    parseCommandLine(SYNTAX, args, env);
  } catch (error) {
    assert.ok(error instanceof UsageError, String(error));
    return error.message;
  }
  assert.fail('it was understood');
}

test('what is not understood is refused with what may be given', () => {
  assert.match(
    refusal(['--serail', 'a']),
    /expected: --serial SERIAL, --dry-run, --help or nothing\n +seen: --serail a\n/,
  );
});

test('words are refused where none are taken', () => {
  assert.match(refusal(['a']), /seen: a\n/);
});

test('an option that npm took for its own is told with the way to write it', () => {
  assert.match(
    refusal([], { npm_config_dry_run: 'true' }),
    /npm took --dry-run.*npm run thing -- --dry-run/s,
  );
});
