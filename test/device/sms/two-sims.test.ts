import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { RealHarnessClock } from '../../../config/clock.ts';
import { loadSettings } from '../../../config/settings.ts';
import { Adb } from '../../../device/adb.ts';
import { measurePhoneClock } from '../../../device/clock.ts';
import { codeSources } from '../../../device/sms/sources.ts';
import { waitForSmsCode } from '../../../device/sms/wait.ts';
import { NO_OTHER_PHONES, StockAdb } from '../../emulator/adbd/stock-adb.ts';
import { StartedPhone } from '../../emulator/pitfalls/started-phone.ts';

/** A code for the other SIM card, on emulated phones whose Android tells of SIM cards in its own way. */
const FIRST_NUMBER = '+12015550123';
const SECOND_NUMBER = '+12015550142';
const BUDGET_MS = 15_000;
const clock = new RealHarnessClock();

const PHONES: [profile: string, tells: string, slot: string | undefined][] = [
  ['redmi-7a', 'tells the numbers of its SIM cards', undefined],
  ['redmi-note-13-pro-5g', 'tells the slots only, of which MI_SIM_SLOT names one', '2'],
];
for (const [profile, tells, slot] of PHONES) {
  describe(`a phone that ${tells}`, () => {
    let stock: StockAdb;
    let phone: StartedPhone;
    before(async () => {
      stock = await StockAdb.start(NO_OTHER_PHONES);
      process.env['ANDROID_ADB_SERVER_PORT'] = String(stock.serverPort);
      const sims = ['--number', FIRST_NUMBER, '--sim2', SECOND_NUMBER];
      phone = await StartedPhone.start(stock, '--profile', profile, ...sims);
    });
    after(async () => {
      await phone.stop();
      await stock.stop();
    });

    const send = (code: string, sim: number) =>
      phone.admin('POST', '/sms', {
        from: 'xiaomi',
        body: `Mi Account verification code: ${code}.`,
        sim,
      });

    test('the code that came to the SIM with the number is taken, not a newer one', async () => {
      const { serial } = phone.info;
      const adb = new Adb({ adbPath: 'adb', serial });
      const settings = loadSettings({
        MI_PHONE_NUMBER: SECOND_NUMBER,
        MI_SMS_SOURCES: 'notifications,inbox',
        ...(slot === undefined ? {} : { MI_SIM_SLOT: slot }),
      });
      const reading = await codeSources({ adb, settings });
      const phoneClock = await measurePhoneClock(adb, clock);
      const sinceMs = phoneClock.earliestAt(clock.now());
      await send('222222', 2);
      await send('111111', 1);
      const outcome = await waitForSmsCode({
        ...reading,
        serial,
        sinceMs,
        untilMs: clock.now() + BUDGET_MS,
        clock,
        signal: new AbortController().signal,
        used: new Set(),
        onWaiting: () => undefined,
      });
      assert.equal(outcome.kind === 'code' ? outcome.code : outcome.kind, '222222');
    });
  });
}
