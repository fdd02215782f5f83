import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { RealHarnessClock } from '../../config/clock.ts';
import { runContext, setRunContext, type RunContext } from '../../config/run-context.ts';
import { emulatedTarget, type EmulatedPhone } from '../../config/targets/emulated.ts';
import { Adb } from '../../device/adb.ts';
import { phoneUnderTest } from '../../device/phone-under-test.ts';
import { newSession } from './new-session.ts';
import { PhoneOfTest } from './phone-of-test.ts';
import { contextFor, settingsFor, type PhoneWishes } from './phone-wishes.ts';
import { Waits } from './waits.ts';

/** One file for all phones that the specs of a worker start. */
const LOG_NAME = `phones-of-specs-${process.pid}.log`;

interface Started {
  readonly phone: EmulatedPhone;
  /** Takes it away. */
  readonly stop: () => Promise<void>;
  /** Of the worker's own phone, to which it goes back. */
  readonly before: RunContext;
  readonly waits: Waits;
}

/**
 * Gives each test of the suite around it an emulated phone of its own that nothing has happened to
 * yet, of the profile of the worker's own phone, with a session on it. It is taken away after the test,
 * when the evidence of a failure has been taken. On other targets the tests are skipped.
 */
export function emulatedPhone(wishes: PhoneWishes = {}): PhoneOfTest {
  let started: Started | undefined;

  beforeEach(async function () {
    if (runContext().settings.target !== 'emulated') return this.skip();
    started = await start(wishes);
  });

  afterEach(async () => {
    if (started === undefined) return;
    const { stop, before } = started;
    started = undefined;
    setRunContext(before);
    try {
      await browser.deleteSession();
    } finally {
      // It ended with the phone, and WebdriverIO is not to end it again.
      Object.assign(browser, { sessionId: undefined });
      await stop();
    }
  });

  return new PhoneOfTest(() => {
    if (started === undefined)
      throw new Error('The phone of a test is there during the test only.');
    const { phone, before, waits } = started;
    return { phone, eyes: before.pictureReader, waits };
  });
}

async function start(wishes: PhoneWishes): Promise<Started> {
  const before = runContext();
  const settings = settingsFor(wishes, before.settings);
  const adb = new Adb({ adbPath: Adb.find() });
  // For the start only: later on the phone stays until the evidence of an interrupted test is taken.
  const starting = new AbortController();
  const callOff = (): void => starting.abort(before.signal.reason);
  before.signal.throwIfAborted();
  before.signal.addEventListener('abort', callOff);
  try {
    const target = await emulatedTarget.open({
      settings,
      listPhones: (signal) => adb.devices({ signal }),
      clock: new RealHarnessClock(),
      signal: starting.signal,
      onOutput: (text) => log(before, text),
    });
    try {
      const [phone] = target.phones;
      if (phone === undefined) throw new Error('The emulated phone did not start.');
      const about = await phoneUnderTest(phone, adb, settings, starting.signal);
      before.progress.emit({ type: 'phone-ready', ...about.phone });
      await newSession(phone.serial);
      const context = {
        ...before,
        settings,
        phone: about.phone,
        smsSerial: phone.smsSerial,
      };
      const waits = new Waits();
      setRunContext(contextFor(wishes, context, (what) => waits.tell(what)));
      return { phone, stop: target.stop, before, waits };
    } catch (error) {
      await target.stop();
      throw error;
    }
  } finally {
    before.signal.removeEventListener('abort', callOff);
  }
}

/** It may hold secrets: only a folder that is masked later gets it. */
function log({ logsDir }: RunContext, text: string): void {
  if (logsDir !== undefined) appendFileSync(join(logsDir, LOG_NAME), text, { mode: 0o600 });
}
