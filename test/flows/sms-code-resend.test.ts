import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { SmsNotReceivedError } from '../../device/errors.ts';
import { TooManyAttemptsError } from '../../flows/errors.ts';
import { CODE } from './fake-sms.ts';
import { setUp, steps } from './sign-up-under-test.ts';

const WRONG = '111111';

for (const generation of ['current', 'classic'] as const) {
  describe(`another SMS code of the ${generation} app`, () => {
    /** A sign-up that notes at which second of the wait a code was asked for again. */
    function asking(...[options, env]: Parameters<typeof setUp>) {
      const parts = setUp(
        { generation, order: ['sms', 'cloud'], ...options },
        { MI_SMS_RESEND_AFTER: '2m', ...env },
      );
      const askedAfterS: number[] = [];
      const notes: string[] = [];
      parts.context.progress = {
        emit: (event) => {
          parts.events.push(event);
          if (event.type !== 'note' || !event.text.includes('asked for the code again')) return;
          notes.push(event.text);
          askedAfterS.push(Math.floor((parts.clock.now() - startMs) / 1000));
        },
      };
      const startMs = parts.clock.now();
      const resends = () => parts.phone.log.filter((entry) => entry === 'resend').length;
      return { ...parts, askedAfterS, notes, resends };
    }

    it('is asked for when the first does not come, and entered', async () => {
      const { run, phone, notes, askedAfterS } = asking({
        messages: [[], [{ code: CODE, afterMs: 5_000 }]],
      });
      await run();
      assert.ok(phone.log.includes(`code ${CODE}`));
      assert.match(notes.join(), /within 02:00: asked for the code again \(1 of 1\)/);
      assert.ok((askedAfterS[0] ?? 0) >= 120 && (askedAfterS[0] ?? 0) <= 122, askedAfterS.join());
    });

    it('is not asked for while the first may still come', async () => {
      const { run, resends } = asking({ messages: [[{ code: CODE, afterMs: 118_000 }]] });
      await run();
      assert.equal(resends(), 0);
    });

    it('is asked for by default once the one under way would have expired', async () => {
      const { run, askedAfterS } = asking(
        { latencyMs: 200_000, messages: [[], [{ code: CODE, afterMs: 0 }]] },
        { MI_SMS_RESEND_AFTER: '' },
      );
      await run();
      // The page for the code came after two answers of the server.
      assert.ok(Math.abs((askedAfterS[0] ?? 0) - 700) < 4, askedAfterS.join());
    });

    it('has as much time as the first', async () => {
      const { run, phone } = asking(
        { messages: [[], [{ code: CODE, afterMs: 290_000 }]] },
        { MI_SMS_RESEND_AFTER: '5m' },
      );
      await run();
      assert.ok(phone.log.includes(`code ${CODE}`));
    });

    it('is not asked for while one is being checked', async () => {
      const { run, resends } = asking({ latencyMs: 200_000 });
      await run();
      assert.equal(resends(), 0);
    });

    it('is asked for no more often than it may be', async () => {
      const { run, resends } = asking(
        { messages: [] },
        { MI_SMS_RESENDS: '2', MI_SMS_RESEND_AFTER: '70s' },
      );
      await assert.rejects(run(), SmsNotReceivedError);
      assert.equal(resends(), 2);
    });

    it("is asked for when the app's countdown has ended", async () => {
      const { run, askedAfterS } = asking(
        { messages: [[], [{ code: CODE, afterMs: 0 }]] },
        { MI_SMS_RESEND_AFTER: '10s' },
      );
      await run();
      assert.ok((askedAfterS[0] ?? 0) >= 60 && (askedAfterS[0] ?? 0) <= 67, askedAfterS.join());
    });

    it('is asked for when the first is refused and no other comes', async () => {
      const { run, phone, resends } = asking({
        takes: [CODE],
        messages: [[{ code: WRONG, afterMs: 0 }], [{ code: CODE, afterMs: 1_000 }]],
      });
      await run();
      assert.equal(resends(), 1);
      assert.ok(phone.log.includes(`code ${CODE}`));
    });

    it('that is refused twice in the same words is followed by the right one', async () => {
      for (const refusesBy of ['inline', 'toast', 'dialog'] as const) {
        const { run, phone } = asking({
          takes: [CODE],
          refusesBy,
          latencyMs: 300,
          messages: [
            [
              { code: WRONG, afterMs: 0 },
              { code: '222222', afterMs: 2_000 },
              { code: CODE, afterMs: 4_000 },
            ],
          ],
        });
        await run();
        const codes = phone.log.filter((entry) => entry.startsWith('code '));
        assert.deepEqual(codes, [`code ${WRONG}`, 'code 222222', `code ${CODE}`]);
      }
    });

    it('does not take the place of the first when the service finds it too soon', async () => {
      const { run, phone, resends } = asking({
        resend: 'too often',
        messages: [[{ code: CODE, afterMs: 122_000 }]],
      });
      await run();
      assert.equal(resends(), 1);
      assert.ok(phone.log.includes(`code ${CODE}`));
    });

    it('is asked for where no SMS can be seen, which is told once', async () => {
      const { run, events, resends } = asking(
        { inboxClosed: true, messages: [] },
        { MI_STEP_BUDGET_SMS_CODE: '3m' },
      );
      await assert.rejects(run(), SmsNotReceivedError);
      assert.equal(resends(), 1);
      const told = events.flatMap((event) => (event.type === 'note' ? [event.text] : []));
      const blind = told.filter((text) => text.includes('npm run sms'));
      assert.equal(blind.length, 1, told.join('\n'));
      assert.doesNotMatch(blind.join(), /\n/);
    });

    it('beyond the quota ends the sign-up', async () => {
      const { run, resends } = asking({ resend: 'quota', messages: [] });
      await assert.rejects(run(), TooManyAttemptsError);
      assert.equal(resends(), 1);
    });

    it('may want a picture first, which belongs to the same step', async () => {
      const { run, phone, events } = asking({
        resend: 'picture',
        latencyMs: 1_000,
        messages: [[], [{ code: CODE, afterMs: 2_000 }]],
      });
      await run();
      assert.ok(phone.log.includes('picture picture1'));
      assert.ok(phone.log.includes(`code ${CODE}`));
      assert.equal(phone.log.filter((entry) => entry === 'resend').length, 1);
      assert.deepEqual(steps(events), [
        'settings passed',
        'phone-number passed',
        'sms-code passed',
        'cloud-agreement passed',
        'account passed',
      ]);
    });

    it("counts the server's time for it and the way of the SMS", async () => {
      const { run, events } = asking({
        latencyMs: 20_000,
        messages: [[], [{ code: CODE, afterMs: 40_000 }]],
      });
      await run();
      const step = events.find((event) => event.type === 'step-ended' && event.step === 'sms-code');
      assert.ok(step?.type === 'step-ended');
      // Two minutes since the service had taken the first request, 40 s until the second SMS has come,
      // and 20 s for its code to be taken.
      assert.ok(Math.abs(step.serverMs - 180_000) < 3_000, String(step.serverMs));
      assert.ok(step.harnessMs < 1_000, String(step.harnessMs));
    });
  });
}
