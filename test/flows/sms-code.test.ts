import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { PhoneLostError, SmsNotReceivedError } from '../../device/errors.ts';
import { CodeRejectedError, TooManyAttemptsError } from '../../flows/errors.ts';
import { SettingsHome } from '../../pageobjects/settings-home.ts';
import { TABLES } from '../../pageobjects/strings/table.ts';
import { CODE } from './fake-sms.ts';
import { setUp } from './sign-up-under-test.ts';

const WRONG = '111111';

/** What was entered into the field, in order. */
function entered(log: readonly string[]): string[] {
  return log.filter((entry) => /^(code|filled in) /.test(entry));
}

for (const generation of ['current', 'classic'] as const) {
  describe(`the SMS code of the ${generation} app`, () => {
    it('is typed when it comes late, within the budget', async () => {
      const { run, phone } = setUp({
        generation,
        messages: [[{ code: CODE, afterMs: 110_000 }]],
      });
      await run();
      assert.deepEqual(entered(phone.log), [`code ${CODE}`]);
    });

    it("counts its way as the server's time", async () => {
      const { run, events } = setUp({
        generation,
        messages: [[{ code: CODE, afterMs: 110_000 }]],
      });
      await run();
      const step = events.find((event) => event.type === 'step-ended' && event.step === 'sms-code');
      assert.ok(step?.type === 'step-ended');
      assert.ok(Math.abs(step.serverMs - 110_000) < 2_000, String(step.serverMs));
      assert.ok(step.harnessMs < 1_000, String(step.harnessMs));
    });

    it('that is refused does not have the phone asked for its SIM cards again', async () => {
      const { run, phone } = setUp({
        generation,
        takes: [CODE],
        messages: [
          [
            { code: WRONG, afterMs: 0 },
            { code: CODE, afterMs: 20_000 },
          ],
        ],
      });
      const shell = phone.adb.shell.bind(phone.adb);
      let asked = 0;
      phone.adb.shell = (command, options) => {
        if (command.includes('telephony/siminfo')) asked += 1;
        return shell(command, options);
      };
      await run();
      assert.equal(asked, 1);
    });

    for (const refusesBy of ['inline', 'toast', 'dialog'] as const) {
      it(`is followed by the next one when it is refused (${refusesBy})`, async () => {
        const { run, phone } = setUp({
          generation,
          takes: [CODE],
          refusesBy,
          messages: [
            [
              { code: WRONG, afterMs: 0 },
              { code: CODE, afterMs: 20_000 },
            ],
          ],
        });
        await run();
        assert.deepEqual(entered(phone.log), [`code ${WRONG}`, `code ${CODE}`]);
      });
    }

    it('is never entered again when it is refused, and the error quotes the app', async () => {
      const { run, phone, clock } = setUp(
        { generation, takes: [CODE], messages: [[{ code: WRONG, afterMs: 0 }]] },
        { MI_SMS_RESENDS: '0' },
      );
      const startMs = clock.now();
      await assert.rejects(run(), (error) => {
        assert.ok(error instanceof CodeRejectedError);
        assert.match(error.message, /This code is incorrect/);
        return true;
      });
      assert.deepEqual(entered(phone.log), [`code ${WRONG}`]);
      assert.ok(clock.now() - startMs >= 300_000);
    });

    it('is not awaited any more when the service has had too many', async () => {
      const { run } = setUp({
        generation,
        refuse: { screen: 'sms', text: TABLES.en.tooOften[0] ?? '', as: 'toast' },
      });
      await assert.rejects(run(), TooManyAttemptsError);
    });

    it('that came last of two is the one that is entered', async () => {
      const messages = [
        { code: WRONG, afterMs: 400 },
        { code: CODE, afterMs: 500 },
      ];
      const { run, phone } = setUp({ generation, takes: [CODE], messages: [messages] });
      await run();
      assert.deepEqual(entered(phone.log), [`code ${CODE}`]);
    });

    it('is told as a secret before it is typed', async () => {
      const { run, context, phone } = setUp({ generation });
      let before: string[] | undefined;
      context.progress = {
        emit: (event) => {
          if (event.type === 'secret' && event.value === CODE) before ??= entered(phone.log);
        },
      };
      await run();
      assert.deepEqual(before, []);
    });

    it('that does not come ends the step with what was seen', async () => {
      const { run } = setUp({ generation, messages: [] }, { MI_SMS_RESENDS: '0' });
      await assert.rejects(run(), (error) => {
        assert.ok(error instanceof SmsNotReceivedError);
        assert.match(error.message, /no new SMS/);
        return true;
      });
    });

    it('is no longer awaited at once when the run is interrupted', async () => {
      const { run, context, clock } = setUp({ generation, messages: [] });
      const interrupt = new AbortController();
      context.signal = interrupt.signal;
      const startMs = clock.now();
      context.progress = {
        emit: (event) => {
          if (
            event.type === 'waiting' &&
            event.what === 'the SMS code' &&
            event.elapsedMs > 9_000
          ) {
            interrupt.abort(new Error('interrupted'));
          }
        },
      };
      await assert.rejects(run(), /interrupted/);
      assert.ok(clock.now() - startMs < 12_000, String(clock.now() - startMs));
    });

    it('is no longer awaited at once when the phone is lost', async () => {
      const { run, phone, clock } = setUp({ generation, messages: [] });
      const startMs = clock.now();
      const shell = phone.adb.shell.bind(phone.adb);
      const lost = new PhoneLostError('The phone is gone.', { remedy: 'Plug it in.' });
      Object.assign(phone.adb, {
        shell: (command: string) =>
          clock.now() > startMs + 10_000 ? Promise.reject(lost) : shell(command),
      });
      await assert.rejects(run(), PhoneLostError);
      assert.ok(clock.now() - startMs < 13_000, String(clock.now() - startMs));
    });

    it('does not let the session go idle while it is awaited, whatever the sources are', async () => {
      for (const sources of ['inbox,screen', 'inbox']) {
        const { signUp, phone, clock } = setUp(
          { generation, messages: [[{ code: CODE, afterMs: 280_000 }]] },
          { MI_SMS_SOURCES: sources, MI_SMS_RESENDS: '0' },
        );
        let lastMs = clock.now();
        let longestMs = 0;
        const find = phone.driver.findElements.bind(phone.driver);
        Object.assign(phone.driver, {
          findElements: (strategy: string, selector: string) => {
            longestMs = Math.max(longestMs, clock.now() - lastMs);
            lastMs = clock.now();
            return find(strategy, selector);
          },
        });
        await signUp.openSettings();
        await signUp.until(SettingsHome);
        assert.ok(longestMs > 1_000 && longestMs < 70_000, `${sources}: ${longestMs}`);
      }
    });
  });
}
