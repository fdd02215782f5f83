import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { SmsNotReceivedError } from '../../device/errors.ts';
import { ServerTooSlowError } from '../../flows/errors.ts';
import { SIGN_UP_STEPS, type StepName } from '../../config/steps.ts';
import type { ProgressEvent } from '../../config/progress.ts';
import { CODE } from './fake-sms.ts';
import { setUp, steps } from './sign-up-under-test.ts';

/** A little within the budget of five minutes, and a little over it. */
const IN_TIME_MS = 290_000;
const TOO_LATE_MS = 310_000;

/** The screen whose submission the server answers in each step. */
const SUBMITTED_IN: Readonly<Partial<Record<StepName, string>>> = {
  settings: 'settings',
  'phone-number': 'number',
  'sms-code': 'sms',
  'picture-code': 'picture',
  'cloud-agreement': 'cloud',
};

/** For how many whole seconds of a step it was told what is awaited. */
function secondsTold(events: readonly ProgressEvent[], step: StepName): number {
  const seconds = events.flatMap((event) =>
    event.type === 'waiting' && event.step === step ? [Math.floor(event.elapsedMs / 1000)] : [],
  );
  return new Set(seconds).size;
}

for (const generation of ['current', 'classic'] as const) {
  describe(`servers that are slow for the ${generation} app`, () => {
    it('are waited for when each answer takes a little less than the budget, which is told all the while', async () => {
      const { run, events } = setUp({ generation, latencyMs: IN_TIME_MS });
      await run();
      assert.deepEqual(
        steps(events),
        SIGN_UP_STEPS.map(({ name }) => `${name} passed`),
      );
      for (const step of Object.keys(SUBMITTED_IN) as StepName[]) {
        assert.ok(secondsTold(events, step) >= 289, `${step}: ${secondsTold(events, step)}`);
      }
    });

    for (const [step, screen] of Object.entries(SUBMITTED_IN)) {
      const { title } = SIGN_UP_STEPS.find(({ name }) => name === step) ?? { title: '' };

      it(`are too slow in step ${step}, which says the step, its budget and the spinner's time`, async () => {
        const { run, phone, events } = setUp({
          generation,
          latencyMs: { [screen]: TOO_LATE_MS },
        });
        await assert.rejects(run(), (error) => {
          assert.ok(error instanceof ServerTooSlowError);
          assert.ok(error.message.includes(`budget of 300 s, in “${title}”`), error.message);
          assert.match(error.message, /its spinner for (?:29\d|30\d) s/);
          return true;
        });
        assert.equal(steps(events).at(-1), `${step} failed`);
        const submitted = phone.log.filter((entry) => entry === `submit ${screen}`);
        assert.equal(submitted.length, 1);
      });
    }

    it('may take as long for what the app asks for next', async () => {
      const { run } = setUp({
        generation,
        latencyMs: { sms: 2 * IN_TIME_MS },
        spinnerGoesOnAfterMs: IN_TIME_MS,
      });
      await run();
    });

    it('are too slow with what the app asks for next, counted from there', async () => {
      const { run } = setUp({
        generation,
        latencyMs: { sms: IN_TIME_MS + TOO_LATE_MS },
        spinnerGoesOnAfterMs: IN_TIME_MS,
      });
      await assert.rejects(run(), /its spinner for (?:29\d|30\d) s/);
    });

    it('may have the SMS under way for a little less than the budget', async () => {
      const { run, phone } = setUp({
        generation,
        messages: [[{ code: CODE, afterMs: IN_TIME_MS }]],
      });
      await run();
      assert.ok(!phone.log.includes('resend'));
    });

    it('may not have it under way for longer', async () => {
      const { run } = setUp(
        { generation, messages: [[{ code: CODE, afterMs: TOO_LATE_MS }]] },
        { MI_SMS_RESENDS: '0' },
      );
      await assert.rejects(run(), SmsNotReceivedError);
    });
  });
}
