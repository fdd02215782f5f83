import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { ExistingAccountPage } from '../../pageobjects/existing-account-page.ts';
import { SettingsHome } from '../../pageobjects/settings-home.ts';
import { SmsCodePage } from '../../pageobjects/sms-code-page.ts';
import type { FakeWeather } from './fake-phone-options.ts';
import { FakeSystem } from './fake-system.ts';
import { setUp } from './sign-up-under-test.ts';
import { strike, Strikes } from './strikes.ts';

/** Waits are as long as latencies here, so that a run takes no second of the machine's time. */
const BUDGET_MS = 10_000;
const MAX_LATENCY_MS = 14_000;
const CODES = ['111111', '222222', '333333'];

/** What the app says when a request failed; of none it is known what the server made of it. */
const FAULTS = ['Server error', "Can't connect to network", 'The request timed out'];

const weather: fc.Arbitrary<FakeWeather> = fc.record({
  latencyMs: fc.oneof(
    { arbitrary: fc.constant(0), weight: 5 },
    fc.integer({ min: 0, max: MAX_LATENCY_MS }),
  ),
  fault: fc.oneof({ arbitrary: fc.constant(undefined), weight: 12 }, fc.constantFrom(...FAULTS)),
});

const WAYS = ['straight on', 'back to the number', 'not mine'] as const;

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
  takes: fc.oneof({ arbitrary: fc.constant(CODES), weight: 2 }, fc.subarray(CODES)),
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
    { minLength: 1, maxLength: 2 },
  ),
  resend: fc.constantFrom('sent' as const, 'too often' as const, 'quota' as const),
  refusedPictures: fc.integer({ min: 0, max: 3 }),
  keepsRefused: fc.boolean(),
  /** What a spec does on its way. */
  way: fc.constantFrom(...WAYS),
  strikes: fc.array(strike, { maxLength: 3 }),
});

type Course = typeof course extends fc.Arbitrary<infer T> ? T : never;

function setUpCourse({ weather: forecast, strikes: planned, way, ...options }: Course) {
  const left = [...forecast];
  const system = new FakeSystem();
  const strikes = new Strikes(planned);
  const parts = setUp(
    {
      ...options,
      system,
      registered: way === 'not mine',
      // Settings and the pages before the number submit nothing.
      weather: (screen) => (screen === 'settings' ? undefined : left.shift()),
      onCommand: () => strikes.command({ system, phone: parts.phone }),
    },
    { MI_STEP_BUDGET: `${String(BUDGET_MS)}ms`, MI_SMS_RESEND_AFTER: '5s' },
  );
  return parts;
}

async function walk({ signUp }: ReturnType<typeof setUp>, way: Course['way']): Promise<void> {
  await signUp.openSettings();
  if (way === 'back to the number') {
    const page = await signUp.until(SmsCodePage);
    await signUp.instead(page, () => page.back(), 'the page for the number');
  }
  if (way === 'not mine') {
    const question = await signUp.until(ExistingAccountPage);
    await signUp.instead(question, () => question.no(), 'the new account');
  }
  await signUp.until(SettingsHome);
  await signUp.account();
}

/** How often the entry came that came most often. */
function mostOf(entries: readonly (string | number)[]): number {
  return Math.max(0, ...entries.map((entry) => entries.filter((other) => other === entry).length));
}

describe('whatever the servers do and whatever comes between', () => {
  it('no number, no code and no answer to a picture is submitted twice', async () => {
    const ends = new Map<string, number>();
    await fc.assert(
      fc.asyncProperty(course, async (options) => {
        const parts = setUpCourse(options);
        const end = await walk(parts, options.way).then(
          () => 'created',
          (error: unknown) => (error as Error).name,
        );
        ends.set(end, (ends.get(end) ?? 0) + 1);
        const { answeredPictures, log } = parts.phone;
        const times = (kind: RegExp) => mostOf(log.filter((entry) => kind.test(entry)));
        const told = [end, ...log].join('\n');
        // A spec that goes back to the number means to submit it again.
        assert.ok(times(/^submit number$/) <= 1 + times(/^back$/), told);
        assert.ok(mostOf(answeredPictures) <= 1, told);
        for (const kind of [/^back$/, /^resend$/, /^code \d/, /^submit cloud$/]) {
          assert.ok(times(kind) <= 1, told);
        }
      }),
      { numRuns: 100, includeErrorInReport: true },
    );
    // The courses are not all the same: some go well, and some end in each of several ways.
    assert.ok(ends.has('created'), JSON.stringify([...ends]));
    assert.ok(ends.size >= 5, JSON.stringify([...ends]));
  });
});
