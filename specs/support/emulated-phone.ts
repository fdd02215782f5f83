import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { RealHarnessClock } from '../../config/clock.ts';
import { runContext, setRunContext, type RunContext } from '../../config/run-context.ts';
import type { Settings } from '../../config/settings.ts';
import {
  emulatedTarget,
  type AdminAddress,
  type EmulatedPhone,
} from '../../config/targets/emulated.ts';
import { splitWords } from '../../config/words.ts';
import { Adb } from '../../device/adb.ts';
import { phoneUnderTest } from '../../device/phone-under-test.ts';
import { thePhone } from '../../flows/phones.ts';
import { SignUp } from '../../flows/sign-up.ts';
import { AccountService } from './account-service.ts';
import { PhoneAdmin } from './phone-admin.ts';

/** Behind the ports of the run's own phones. */
const PORTS_AHEAD = 10;
/** One file for all phones that the specs of a worker start. */
const LOG_NAME = `phones-of-specs-${process.pid}.log`;

export interface PhoneWishes {
  /** Options of `xiaomi-phone start` beside those of the run, as on its command line. */
  options?: string;
  /** What is different in the settings of the run, as this test sees them. */
  settings?: (settings: Settings) => Settings;
  /** What else is different in the test's view of the run. */
  context?: (context: RunContext) => Partial<RunContext>;
}

/** The emulated phone of the running test, of the profile that the worker's own phone has. */
export interface PhoneOfTest {
  /** What happens to the phone from outside. */
  readonly admin: PhoneAdmin;
  readonly service: AccountService;
  /** A sign-up on this phone, with its own SIM card in it. */
  signUp(): SignUp;
}

interface Started {
  phone: EmulatedPhone;
  /** Of the worker's own phone, to which it goes back. */
  before: RunContext;
}

/**
 * Gives each test of the suite around it an emulated phone of its own that nothing has happened to
 * yet, with a session on it, and takes it away afterwards. On other targets the tests are skipped.
 */
export function emulatedPhone(wishes: PhoneWishes = {}): PhoneOfTest {
  let started: Started | undefined;

  beforeEach(async function () {
    if (runContext().settings.target !== 'emulated') return this.skip();
    started = await start(wishes);
  });

  afterEach(async () => {
    if (started === undefined) return;
    const { phone, before } = started;
    started = undefined;
    await stop(phone, before);
  });

  const addressOf = (part: 'admin' | 'service'): AdminAddress => {
    const address = started?.phone[part];
    if (address === undefined) throw new Error(`There is no ${part} address outside of a test.`);
    return address;
  };
  return {
    get admin() {
      return new PhoneAdmin(addressOf('admin'));
    },
    get service() {
      return new AccountService(addressOf('service'));
    },
    signUp() {
      const phone = thePhone();
      return new SignUp({ ui: phone, sms: phone }, runContext());
    },
  };
}

async function start({ options = '', settings: change, context }: PhoneWishes): Promise<Started> {
  const before = runContext();
  const settings = change === undefined ? before.settings : change(before.settings);
  const adb = new Adb({ adbPath: Adb.find() });
  // For the start only: later on the phone stays until the evidence of an interrupted test is taken.
  const starting = new AbortController();
  const callOff = (): void => starting.abort(before.signal.reason);
  before.signal.throwIfAborted();
  before.signal.addEventListener('abort', callOff);
  try {
    const phone = await emulatedTarget.open({
      settings: withOptions(settings, options),
      listPhones: (signal) => adb.devices({ signal }),
      clock: new RealHarnessClock(),
      signal: starting.signal,
      onOutput: (text) => log(before, text),
    });
    try {
      const about = await phoneUnderTest(phone, adb, settings, starting.signal);
      before.progress.emit({ type: 'phone-ready', ...about.phone });
      const requested = browser.requestedCapabilities as WebdriverIO.Capabilities;
      await browser.reloadSession({ ...requested, 'appium:udid': phone.serial });
      const ours = { ...before, settings, phone: about.phone };
      setRunContext({ ...ours, ...context?.(ours) });
      return { phone, before };
    } catch (error) {
      await phone.stop();
      throw error;
    }
  } finally {
    before.signal.removeEventListener('abort', callOff);
  }
}

async function stop(phone: EmulatedPhone, before: RunContext): Promise<void> {
  setRunContext(before);
  try {
    await browser.deleteSession();
  } finally {
    // It ended with the phone, which WebdriverIO is not to ask any more.
    Object.assign(browser, { sessionId: undefined });
    await phone.stop();
  }
}

function withOptions(settings: Settings, options: string): Settings {
  const words = splitWords(options);
  if (words === undefined) throw new Error(`A quote is not closed in: ${options}`);
  const { emulator } = settings;
  return {
    ...settings,
    emulator: {
      ...emulator,
      port: emulator.port === undefined ? undefined : emulator.port + PORTS_AHEAD,
      options: [...emulator.options, ...words],
    },
  };
}

/** It may hold secrets: only a folder that is masked later gets it. */
function log({ logsDir }: RunContext, text: string): void {
  if (logsDir !== undefined) appendFileSync(join(logsDir, LOG_NAME), text, { mode: 0o600 });
}
