import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { FakeWeather } from './fake-phone-options.ts';
import { setUp } from './sign-up-under-test.ts';

/** Waits are as long as latencies here, so that a run takes no second of the machine's time. */
const BUDGET_MS = 10_000;
const MAX_LATENCY_MS = 14_000;
const CODES = ['111111', '222222', '333333'];

/** What the app says when a request failed; of none it is known what the server made of it. */
const FAULTS = ['Server error', "Can't connect to network", 'The request timed out'];

const weather: fc.Arbitrary<FakeWeather> = fc.record({
  latencyMs: fc.oneof(
    { arbitrary: fc.constant(0), weight: 2 },
    fc.integer({ min: 0, max: MAX_LATENCY_MS }),
  ),
  fault: fc.oneof({ arbitrary: fc.constant(undefined), weight: 6 }, fc.constantFrom(...FAULTS)),
});

const course = fc.record({
  generation: fc.constantFrom('current' as const, 'classic' as const),
  order: fc.constantFrom(
    ['sms', 'picture', 'cloud'] as const,
    ['picture', 'sms', 'cloud'] as const,
    ['sms', 'cloud'] as const,
  ),
  /** By submission, in turn; when they are used up the weather is fair. */
  weather: fc.array(weather, { maxLength: 12 }),
  /** Which codes the server takes; the others are refused. */
  takes: fc.subarray(CODES),
  refusesBy: fc.constantFrom('inline' as const, 'toast' as const, 'dialog' as const),
  /** The messages of the first request and of one more. */
  messages: fc.array(
    fc.array(
      fc.record({
        code: fc.constantFrom(...CODES),
        afterMs: fc.integer({ min: 0, max: MAX_LATENCY_MS }),
      }),
      { maxLength: 3 },
    ),
    { maxLength: 2 },
  ),
  resend: fc.constantFrom('sent' as const, 'too often' as const, 'quota' as const),
  refusedPictures: fc.integer({ min: 0, max: 3 }),
  keepsRefused: fc.boolean(),
});

/** How often each entry of a log came. */
function counts(log: readonly string[], isOne: (entry: string) => boolean): number[] {
  const found = log.filter(isOne);
  return [...new Set(found)].map((entry) => found.filter((other) => other === entry).length);
}

describe('whatever the servers do', () => {
  it('no number, no code and no answer to a picture is submitted twice', async () => {
    const ends = new Map<string, number>();
    await fc.assert(
      fc.asyncProperty(course, async ({ weather: forecast, ...options }) => {
        const left = [...forecast];
        const { run, phone } = setUp(
          // Settings and the pages before the number submit nothing.
          { ...options, weather: (screen) => (screen === 'settings' ? undefined : left.shift()) },
          { MI_STEP_BUDGET: `${String(BUDGET_MS)}ms`, MI_SMS_RESEND_AFTER: '5s' },
        );
        const end = await run().then(
          () => 'created',
          (error: unknown) => (error as Error).name,
        );
        ends.set(end, (ends.get(end) ?? 0) + 1);
        const log = phone.log.join('\n');
        assert.ok(phone.log.filter((entry) => entry === 'submit number').length <= 1, log);
        assert.ok(phone.log.filter((entry) => entry === 'resend').length <= 1, log);
        for (const kind of [/^code \d/, /^picture /, /^submit cloud$/]) {
          const times = counts(phone.log, (entry) => kind.test(entry));
          assert.ok(Math.max(0, ...times) <= 1, log);
        }
      }),
      { numRuns: 100 },
    );
    // The courses are not all the same: some go well, and some end in each of several ways.
    assert.ok(ends.has('created'), JSON.stringify([...ends]));
    assert.ok(ends.size >= 4, JSON.stringify([...ends]));
  });
});
