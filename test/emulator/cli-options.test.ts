import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseCommandLine, UsageError } from '../../emulator/cli-options.ts';

const parse = (...args: readonly string[]) => {
  const options = parseCommandLine(args);
  assert.ok(options !== 'help');
  return options;
};

test('without options a phone with a fictional number and a good server day is meant', () => {
  const options = parse('start');
  assert.deepEqual(
    { ...options, profile: options.profile.id },
    {
      profile: 'redmi-note-13-pro-5g',
      consolePort: undefined,
      phoneNumber: '+12015550123',
      latency: { kind: 'fixed', ms: 1000 },
      secure: false,
      pictureCode: 'after',
      faults: [],
      json: false,
      exitWithParent: false,
    },
  );
});

test('every option is read', () => {
  const { profile, ...options } = parse(
    ...['start', '--profile', 'redmi-note-13-pro-5g', '--port', '5560'],
    ...['--number', '+4917139200012', '--latency', '500ms..2s', '--secure', 'on'],
    ...['--picture-code', 'never', '--fault', 'sign-in=status:503*1', '--fault', '*=html'],
    ...['--json', '--exit-with-parent'],
  );
  assert.equal(profile.id, 'redmi-note-13-pro-5g');
  assert.deepEqual(options, {
    consolePort: 5560,
    phoneNumber: '+4917139200012',
    latency: { kind: 'uniform', minMs: 500, maxMs: 2000 },
    secure: true,
    pictureCode: 'never',
    faults: [
      { at: 'sign-in', kind: 'status', status: 503, times: 1 },
      { at: '*', kind: 'html' },
    ],
    json: true,
    exitWithParent: true,
  });
});

test('help is told apart', () => {
  assert.equal(parseCommandLine(['start', '--help']), 'help');
});

for (const [name, args, expected] of [
  ['no command', [], /no command: expected 'xiaomi-phone start'/],
  ['another command', ['stop'], /command 'stop': expected 'xiaomi-phone start'/],
  ['one word too many', ['start', 'now'], /unexpected argument 'now'/],
  ['an unknown option', ['start', '--colour', 'red'], /Unknown option '--colour'/],
  ['an option without its value', ['start', '--port'], /--port/],
  ['an odd port', ['start', '--port', '5555'], /^--port: '5555' is not an even port number/],
  ['a port that is none', ['start', '--port', '70000'], /^--port: '70000'/],
  [
    'a number that no code is sent to',
    ['start', '--number', '+12015550'],
    /^--number: '\+12015550'/,
  ],
  ['a number without country code', ['start', '--number', '2015550123'], /^--number: '2015550123'/],
  ['an unknown phone', ['start', '--profile', 'mi-8'], /^--profile: .*'mi-8'.*known: redmi/],
  ['a malformed latency', ['start', '--latency', 'fast'], /^--latency: .*'fast'/],
  ['a malformed switch', ['start', '--secure', 'yes'], /^--secure: 'yes' is neither on nor off/],
  ['a malformed fault', ['start', '--fault', 'x'], /^--fault: .*'x'/],
  ['an unknown moment', ['start', '--picture-code', 'x'], /^--picture-code: 'x' is not one of/],
] as const) {
  test(`${name} is refused in one line that names it`, () => {
    assert.throws(
      () => parseCommandLine(args),
      (error) =>
        error instanceof UsageError &&
        expected.test(error.message) &&
        !error.message.includes('\n'),
    );
  });
}
