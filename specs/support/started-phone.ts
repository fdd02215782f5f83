import { RealHarnessClock } from '../../config/clock.ts';
import { runContext, setRunContext, type RunContext } from '../../config/run-context.ts';
import { openServed, type EmulatedPhone } from '../../config/targets/emulated.ts';
import { Adb } from '../../device/adb.ts';
import { phoneUnderTest } from '../../device/phone-under-test.ts';
import { newSession } from './new-session.ts';
import { OtherPhone } from './other-phone.ts';
import { phoneServer } from './phone-server.ts';
import { contextFor, settingsFor, type PhoneWishes } from './phone-wishes.ts';
import { Waits } from './waits.ts';

/** An emulated phone that was started for one test, in the place of the worker's own. */
export interface StartedPhone {
  readonly phone: EmulatedPhone;
  /** The second of two. */
  readonly other: OtherPhone | undefined;
  /** Of the worker's own phone, to which it goes back. */
  readonly before: RunContext;
  readonly waits: Waits;
  /** Takes the phones away with the sessions on them. */
  readonly stop: () => Promise<void>;
}

/** Starts a phone as the wishes have it; the run's context and the worker's session are its from then on. */
export async function startPhone(wishes: PhoneWishes): Promise<StartedPhone> {
  const before = runContext();
  const settings = settingsFor(wishes, before.settings);
  const adb = new Adb({ adbPath: Adb.find() });
  // For the start only: later on the phone stays until the evidence of an interrupted test is taken.
  const starting = new AbortController();
  const callOff = (): void => starting.abort(before.signal.reason);
  before.signal.throwIfAborted();
  before.signal.addEventListener('abort', callOff);
  try {
    const target = await openServed(phoneServer(before), {
      settings,
      listPhones: (signal) => adb.devices({ signal }),
      clock: new RealHarnessClock(),
      signal: starting.signal,
    });
    let other: OtherPhone | undefined;
    const stop = async (): Promise<void> => {
      setRunContext(before);
      try {
        await Promise.all([browser.deleteSession(), other?.close()]);
      } finally {
        // It ended with the phone: WebdriverIO is not to end it again, and the next test gets a new one.
        Object.assign(browser, { sessionId: undefined });
        await target.stop();
      }
    };
    try {
      const [phone, second] = target.phones;
      if (phone === undefined) throw new Error('The emulated phone did not start.');
      const ready = async (started: EmulatedPhone) => {
        const about = await phoneUnderTest(started, adb, settings, starting.signal);
        const forPhone = before.phone.serial;
        before.progress.emit({ type: 'phone-ready', ...about.phone, forPhone });
        return about.phone;
      };
      const about = await ready(phone);
      await newSession(phone.serial);
      const context = { ...before, settings, phone: about, smsSerial: phone.smsSerial };
      const waits = new Waits();
      setRunContext(contextFor(wishes, context, (what) => waits.tell(what)));
      if (second !== undefined) {
        const { number, simSlot } = second;
        other = await OtherPhone.open({
          ...{ phone: await ready(second), number, simSlot },
          // The driver looks for free ones.
          ports: undefined,
        });
      }
      return { phone, other, before, waits, stop };
    } catch (error) {
      // Why it did not start counts, not what is in the way of taking it away.
      await stop().catch(() => undefined);
      throw error;
    }
  } finally {
    before.signal.removeEventListener('abort', callOff);
  }
}
