import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { GATE_DEFAULTS, GATES } from '../../emulator/android/gates/table.ts';
import { HELP, parseCommandLine, type StartOptions } from '../../emulator/cli-options.ts';
import { profiles } from '../../emulator/profiles/index.ts';
import { readServiceOptions, SERVICE_OPTIONS } from '../../emulator/service/options.ts';
import { UsageError } from '../../emulator/usage-error.ts';

const parse = (...args: readonly string[]): StartOptions => {
  const options = parseCommandLine(args);
  assert.ok(options.command === 'start');
  return options;
};
const numbers = (...args: readonly string[]) =>
  parse('start', ...args).phones.map(({ phoneNumber }) => phoneNumber);

/** The account service's part of the options; its own tests are in service/options.test.ts. */
const defaultService = readServiceOptions({}, (_option, value, parser) => parser(value));

test('without options a phone with a fictional number and a good server day is meant', () => {
  const { phones, ...options } = parse('start');
  assert.deepEqual(
    phones.map(({ profile, ...phone }) => ({ profile: profile.id, ...phone })),
    [{ profile: 'redmi-note-13-pro-5g', consolePort: undefined, phoneNumber: '+12015550123' }],
  );
  assert.deepEqual(options, {
    command: 'start',
    service: defaultService,
    gates: GATE_DEFAULTS,
    view: false,
    json: false,
    exitWithParent: false,
  });
});

test('every option is read', () => {
  const { phones, ...options } = parse(
    ...['start', '--profile', 'redmi-note-13-pro-5g', '--port', '5560'],
    ...['--number', '+4917139200012', '--web-check', 'on', '--secure', 'on'],
    ...['--kill-helpers', 'server:5s'],
    ...['--view', '--json', '--exit-with-parent'],
  );
  assert.deepEqual(
    phones.map(({ profile, ...phone }) => ({ profile: profile.id, ...phone })),
    [{ profile: 'redmi-note-13-pro-5g', consolePort: 5560, phoneNumber: '+4917139200012' }],
  );
  assert.deepEqual(options, {
    command: 'start',
    service: { ...defaultService, webCheck: true },
    gates: { ...GATE_DEFAULTS, secure: 'on', 'kill-helpers': 'server:5s' },
    view: true,
    json: true,
    exitWithParent: true,
  });
});

test('help is told apart', () => {
  assert.deepEqual(parseCommandLine(['start', '--help']), { command: 'help' });
});

test('profiles takes --json', () => {
  assert.deepEqual(parseCommandLine(['profiles']), { command: 'profiles', json: false });
  assert.deepEqual(parseCommandLine(['profiles', '--json']), { command: 'profiles', json: true });
});

test('--count phones have the pairs of ports from --port on', () => {
  const { phones } = parse('start', '--count', '3', '--port', '5640');
  assert.deepEqual(
    phones.map(({ consolePort }) => consolePort),
    [5640, 5642, 5644],
  );
});

test('--count phones have the number given and those after it', () => {
  assert.deepEqual(numbers('--count', '3', '--number', '+12015550197'), [
    '+12015550197',
    '+12015550198',
    '+12015550199',
  ]);
});

test('phones have the numbers given, then those after the last', () => {
  assert.deepEqual(
    numbers('--count', '3', '--number', '+12015550150', '--number', '+4917139200012'),
    ['+12015550150', '+4917139200012', '+4917139200013'],
  );
});

test('there are as many phones as numbers, unless --count says otherwise', () => {
  assert.equal(numbers('--number', '+12015550150', '--number', '+12015550160').length, 2);
});

test('phones take the profiles in turn', () => {
  const ids = profiles.map(({ id }) => id);
  const options = ids.flatMap((id) => ['--profile', id]);
  const { phones } = parse('start', '--count', String(2 * ids.length), ...options);
  assert.deepEqual(
    phones.map(({ profile }) => profile.id),
    [...ids, ...ids],
  );
});

test('phones take the languages in turn', () => {
  const { phones } = parse('start', '--count', '3', '--language', 'ru', '--language', 'zh-TW');
  assert.deepEqual(
    phones.map(({ profile }) => profile.locales[0].slice(0, 2)),
    ['ru', 'zh', 'ru'],
  );
});

test('any number of phones has numbers and ports that differ, in order', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 36 }),
      fc.integer({ min: 0, max: 64 }),
      fc.integer({ min: 512, max: 32_000 }),
      (count, first, halfPort) => {
        const number = `+120155501${String(first).padStart(2, '0')}`;
        const { phones } = parse(
          ...['start', '--count', String(count)],
          ...['--number', number, '--port', String(2 * halfPort)],
        );
        assert.deepEqual(
          phones.map(({ phoneNumber, consolePort }) => [Number(phoneNumber), consolePort]),
          Array.from({ length: count }, (_, index) => [
            Number(number) + index,
            2 * (halfPort + index),
          ]),
        );
      },
    ),
  );
});

test('the first phones have the second SIM cards given', () => {
  const { phones } = parse('start', '--count', '2', '--sim2', '+12015550150');
  assert.deepEqual(
    phones.map(({ secondNumber }) => secondNumber),
    ['+12015550150', undefined],
  );
});

const OPTIONS = [
  'count',
  'profile',
  'language',
  'port',
  'number',
  'sim2',
  ...GATES.map(({ name }) => name),
  ...Object.keys(SERVICE_OPTIONS),
];

test('whatever is typed, it is read or refused in one line', () => {
  const word = fc.oneof(
    fc.constantFrom('start', 'profiles', '--json', '--exit-with-parent', '--', '-', ''),
    fc.constantFrom(...OPTIONS).map((name) => `--${name}`),
    fc.tuple(fc.constantFrom(...OPTIONS), fc.string()).map(([name, value]) => `--${name}=${value}`),
    fc.constantFrom('8', '0', '5640', '+12015550150', 'on', '1s', 'after', 'sign-in=html'),
    fc.string({ unit: 'binary' }),
  );
  fc.assert(
    fc.property(fc.array(word, { maxLength: 8 }), (words) => {
      try {
        parseCommandLine(['start', ...words]);
      } catch (error) {
        assert.ok(error instanceof UsageError, String(error));
        assert.doesNotMatch(error.message, /[\n\r]/);
      }
    }),
    { numRuns: 1000 },
  );
});

for (const [name, args, expected] of [
  ['no command', [], /no command: expected 'xiaomi-phone start', 'xiaomi-phone serve' or/],
  [
    'another command',
    ['stop'],
    /command 'stop': expected 'xiaomi-phone start', 'xiaomi-phone serve' or/,
  ],
  [
    'an option for serve',
    ['serve', '--count', '2'],
    /^--count is an option of 'start'; 'serve' takes them on standard input/,
  ],
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
  ['a count that is none', ['start', '--count', '0'], /^--count: '0' is not .* from 1 to 64/],
  [
    'fewer phones than numbers',
    ['start', '--count', '1', '--number', '+12015550150', '--number', '+12015550151'],
    /^--count: '1' leaves 1 of 2 --number without a phone; give --count 2 or/,
  ],
  [
    'one number for two phones',
    ['start', '--number', '+12015550150', '--number', '+12015550150'],
    /^--number: '\+12015550150' is given twice/,
  ],
  [
    'a number that is given and follows another',
    [...['start', '--count', '3'], ...['--number', '+12015550151', '--number', '+12015550150']],
    /^--number: '\+12015550151' is given and also follows '\+12015550150'/,
  ],
  [
    'a second SIM card with the number of a first',
    ['start', '--sim2', '+12015550123'],
    /^--sim2: another SIM card has '\+12015550123'/,
  ],
  [
    'a first number too near to the end of the fictional ones',
    ['start', '--count', '3', '--number', '+12015550198'],
    /^--number: 2 more phones need numbers after '\+12015550198', but .* end at \+12015550199; begin/,
  ],
  [
    'a first number without valid ones after it',
    ['start', '--count', '2', '--number', '+12019999999'],
    /^--number: one more phone needs a number after '\+12019999999', but \+12020000000 is no phone number; /,
  ],
  [
    'a first port too near to the last',
    ['start', '--count', '8', '--port', '65534'],
    /^--port: '65534' leaves no ports for 8 phones; expected 65520 or less/,
  ],
  ['an option twice', ['start', '--port', '5640', '--port', '5642'], /^--port is given twice/],
  [
    'an option of another command',
    ['profiles', '--count', '2'],
    /^--count is an option of 'start'; 'profiles' takes --json/,
  ],
  [
    'a language that the phone has not',
    ['start', '--language', 'fr'],
    /^--language: .* has no language 'fr'; it has en, /,
  ],
  ['a malformed latency', ['start', '--latency', 'fast'], /^--latency: .*'fast'/],
  ['a malformed switch', ['start', '--secure', 'yes'], /^--secure: 'yes' is not one of on, off$/],
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

test('the help names every gate with its values', () => {
  for (const { name, values } of GATES) assert.ok(HELP.includes(`--${name} ${values.join('|')}\n`));
});
