import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseCommandLine, UsageError } from '../../emulator/cli-options.ts';
import { readServiceOptions } from '../../emulator/service/options.ts';

const parse = (...args: readonly string[]) => {
  const options = parseCommandLine(args);
  assert.ok(options !== 'help');
  return options;
};

/** The account service's part of the options; its own tests are in service/options.test.ts. */
const defaultService = readServiceOptions({}, (_option, value, parser) => parser(value));

test('without options a phone with a fictional number and a good server day is meant', () => {
  const options = parse('start');
  assert.deepEqual(
    { ...options, profile: options.profile.id },
    {
      profile: 'redmi-note-13-pro-5g',
      consolePort: undefined,
      phoneNumber: '+12015550123',
      ...defaultService,
      secure: false,
      json: false,
      exitWithParent: false,
    },
  );
});

test('every option is read', () => {
  const { profile, ...options } = parse(
    ...['start', '--profile', 'redmi-note-13-pro-5g', '--port', '5560'],
    ...['--number', '+4917139200012', '--web-check', 'on', '--secure', 'on'],
    ...['--json', '--exit-with-parent'],
  );
  assert.equal(profile.id, 'redmi-note-13-pro-5g');
  assert.deepEqual(options, {
    consolePort: 5560,
    phoneNumber: '+4917139200012',
    ...defaultService,
    webCheck: true,
    secure: true,
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
