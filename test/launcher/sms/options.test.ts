import assert from 'node:assert/strict';
import { test } from 'node:test';
import { UsageError } from '../../../launcher/command-line.ts';
import { parseSmsOptions } from '../../../launcher/sms/options.ts';

test('without options the messages of ten minutes are shown once', () => {
  assert.deepEqual(parseSmsOptions([], {}), {
    serial: undefined,
    watch: false,
    since: { ms: 600_000, text: '10m' },
    help: false,
  });
});

test('all options are taken', () => {
  const args = ['--serial', 'emulator-5554', '--watch', '--since', '90s', '-h'];
  assert.deepEqual(parseSmsOptions(args, {}), {
    serial: 'emulator-5554',
    watch: true,
    since: { ms: 90_000, text: '90s' },
    help: true,
  });
});

const MISTAKES: [args: string[], env: Record<string, string>, message: RegExp][] = [
  [['--serail', 'x'], {}, /not understood.*--serail x.*--help/s],
  [['emulator-5554'], {}, /not understood/],
  [['--since', 'soon'], {}, /--since needs a duration.*seen: soon/s],
  [[], { npm_config_watch: 'true' }, /npm took --watch.*npm run sms -- --watch/s],
];
for (const [args, env, message] of MISTAKES) {
  test(`${JSON.stringify([...args, ...Object.keys(env)])} is refused`, () => {
    assert.throws(
      () => parseSmsOptions(args, env),
      (error) => error instanceof UsageError && message.test(error.message),
    );
  });
}
