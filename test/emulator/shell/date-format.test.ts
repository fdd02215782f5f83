import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { formatTime } from '../../../emulator/shell/date-format.ts';

const TIME_MS = Date.UTC(2026, 6, 4, 3, 5, 9, 42);

for (const [format, zone, expected] of [
  ['%Y-%m-%dT%T%z', 'America/New_York', '2026-07-03T23:05:09-0400'],
  ['%s%3N', 'America/New_York', `${TIME_MS}`],
  ['%s.%N', 'UTC', `${Math.floor(TIME_MS / 1000)}.042000000`],
  ['%a %b %e %H:%M:%S %Z %Y', 'UTC', 'Sat Jul  4 03:05:09 UTC 2026'],
  ['%A %B %j %u %I %p', 'Asia/Kolkata', 'Saturday July 185 6 08 AM'],
  ['%F %D %R %z', 'Asia/Kolkata', '2026-07-04 07/04/26 08:35 +0530'],
  ['100%% %q', 'UTC', '100% %q'],
  ['%H', 'No/Such_Zone', '03'],
] as const) {
  test(`${format} in ${zone}`, () => {
    assert.equal(formatTime(TIME_MS, format, zone), expected);
  });
}

test('date and offset give the time back', () => {
  const zones = fc.constantFrom('UTC', 'America/New_York', 'Asia/Shanghai', 'Australia/Lord_Howe');
  const times = fc.integer({ min: 0, max: Date.UTC(2100, 0, 1) });
  fc.assert(
    fc.property(times, zones, (timeMs, zone) => {
      const text = formatTime(timeMs, '%Y-%m-%dT%H:%M:%S.%3N%z', zone);
      assert.equal(Date.parse(text.replace(/(\d\d)$/, ':$1')), timeMs);
    }),
  );
});

test('a zone’s formatter is made once', (t) => {
  const make = t.mock.method(Intl, 'DateTimeFormat');
  for (let i = 0; i < 10; i += 1) formatTime(TIME_MS + i * 1000, '%H:%M:%S', 'Pacific/Chatham');
  assert.equal(make.mock.callCount(), 1);
});
