import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { promisify } from 'node:util';
import { RealHarnessClock } from '../config/clock.ts';
import { Masker } from '../config/masker.ts';
import type { RunContext } from '../config/run-context.ts';
import { loadSettings, type PhoneSettings } from '../config/settings.ts';
import { settingsOfPhone } from '../config/targets/phones-of-run.ts';
import { Adb } from '../device/adb.ts';
import { openBridge } from '../device/open-bridge.ts';
import { Journey } from '../flows/journey.ts';
import { SignUp } from '../flows/sign-up.ts';
import { awaitCode } from '../flows/sms-code/await-code.ts';
import { CodeRequests, timeBeforeRequest } from '../flows/sms-code/requests.ts';
import { CODE_PAGE, type SmsCodeTask } from '../flows/sms-code/task.ts';
import { sendCode, typeCode } from '../flows/sms-code/typing.ts';
import { stop } from '../flows/stop.ts';
import type { Services } from '../launcher/services.ts';
import { SmsCodePage } from '../pageobjects/sms-code-page.ts';
import { summary, type Measurement } from './measure.ts';
import { openSession, withServices, type BenchedPhone } from './services.ts';

/** A phone of each generation of the account app. */
const PROFILES = { current: 'redmi-note-13-pro-5g', classic: 'redmi-7a' };
const SAMPLES = 20;
/** The console takes digits only. */
const SENDER = '106910000';
const P50_GOAL_MS = 1_500;
const P95_GOAL_MS = 3_000;
/** By then the inbox is looked at least often, and an SMS is hardly ever quicker. */
const SHORTEST_WAIT_MS = 3_000;
const SPREAD_MS = 1_000;

/**
 * From an SMS that arrives to its code completely typed, on the page that asks for it, on both phones
 * side by side.
 *
 * The harness's own flow signs up as far as that page. There it awaits and types codes over and over:
 * for each sample a request is noted as if one had just been made, and 3 to 4 seconds later the phone
 * gets an SMS over its console (`adb emu sms send`), at moments that are spread over the second between
 * two looks at the inbox. The time runs from before that command is started until the last typing
 * command has returned. What the account service itself sends is dropped on its way. It is asked about
 * the typed codes by the current app, and refuses them; in the classic one nobody taps Next.
 */
export async function smsCodeBenchmarks(): Promise<Measurement[]> {
  const stateDir = await mkdtemp(join(tmpdir(), 'mi-bench-'));
  const settings = loadSettings({
    MI_EMULATOR_LATENCY: '0',
    MI_EMULATOR_PROFILE: Object.values(PROFILES).join(','),
    MI_EMULATOR_OPTIONS: '--fault sms-delivery=drop',
    MI_STATE_DIR: stateDir,
  });
  try {
    const measured = await withServices(settings, (services) =>
      Promise.all(
        services.phones.map((phone, index) =>
          benchmark(
            Object.keys(PROFILES)[index] ?? '',
            services,
            phone,
            settingsOfPhone(settings, phone.target),
          ),
        ),
      ),
    );
    return measured.flat();
  } finally {
    await rm(stateDir, { recursive: true });
  }
}

async function benchmark(
  generation: string,
  services: Services,
  open: BenchedPhone,
  settings: PhoneSettings,
): Promise<Measurement[]> {
  const driver = await openSession(services, open, settings);
  try {
    const task = await onCodePage(driver, open, settings);
    const submitsByItself = await task.page.submitsByItself();
    const samplesMs: number[] = [];
    for (let number = 0; number < SAMPLES; number += 1) {
      const afterMs = SHORTEST_WAIT_MS + (SPREAD_MS * number) / SAMPLES;
      samplesMs.push(await sample(task, submitsByItself, afterMs));
    }
    const name = `SMS to typed code, ${generation}`;
    return [
      summary(name, samplesMs, { unit: 'ms', goal: P50_GOAL_MS }),
      summary(`${name}, p95`, samplesMs, { unit: 'ms', goal: P95_GOAL_MS, of: 'p95' }),
    ];
  } finally {
    await driver.deleteSession();
  }
}

/** Signs up as far as the page for the code. */
async function onCodePage(
  driver: WebdriverIO.Browser,
  { phone }: BenchedPhone,
  settings: PhoneSettings,
): Promise<SmsCodeTask> {
  const clock = new RealHarnessClock();
  const { serial } = phone;
  const ui = { serial, driver, bridge: openBridge(phone, driver) };
  const phones = { ui, sms: ui };
  const none = () => Promise.resolve();
  const context: RunContext = {
    runId: 'bench',
    settings,
    phone,
    smsSerial: serial,
    progress: { emit: () => undefined },
    masker: new Masker(),
    observer: {
      stepStarted: none,
      screenReady: none,
      waiting: none,
      stepEnded: none,
      attachPicture: none,
    },
    signal: new AbortController().signal,
  };
  const signUp = new SignUp(phones, context, clock);
  await signUp.openSettings();
  await signUp.until(SmsCodePage);
  const journey = new Journey(phones, context, clock, [
    stop(SmsCodePage, 'sms-code', (page) => Promise.resolve(page)),
  ]);
  const shown = await journey.until(SmsCodePage, () => true);
  // Its budget bounds the waits.
  await journey.recorder.enter('sms-code');
  const page = new TimedPage(driver);
  const onRequested = () => Promise.resolve();
  const requests = new CodeRequests();
  return { page, shown, journey, context, clock, phone: ui, requests, onRequested };
}

/** Takes the time instead of tapping Next. */
class TimedPage extends SmsCodePage {
  filledInAtMs = 0;

  override tapNext(): Promise<void> {
    this.filledInAtMs = performance.now();
    return Promise.resolve();
  }
}

async function sample(
  base: SmsCodeTask,
  submitsByItself: boolean,
  afterMs: number,
): Promise<number> {
  const { clock, context, journey, phone, shown } = base;
  const page = base.page as TimedPage;
  const requests = new CodeRequests();
  requests.asked(await timeBeforeRequest(phone.bridge, clock, context.signal));
  requests.taken(clock);
  const task = { ...base, requests };
  const code = String(Math.floor(100_000 + Math.random() * 900_000));
  const awaited = awaitCode(task);
  await delay(afterMs);
  const postedAtMs = performance.now();
  await Promise.all([awaited, sendSms(phone.serial, code)]);
  const found = await awaited;
  if (found.kind !== 'code' || found.code !== code) throw new Error(`found ${found.kind}`);
  if (!submitsByItself) {
    await sendCode(task, code);
    const ms = page.filledInAtMs - postedAtMs;
    await page.replaceCode('');
    return ms;
  }
  const isWhole = await typeCode(task, code, { clearFirst: false });
  const ms = performance.now() - postedAtMs;
  if (!isWhole) throw new Error('the code was not typed');
  // The service refuses it, and the app clears the field.
  if (!(await journey.screens.shows(shown, CODE_PAGE))) throw new Error('the page has gone');
  return ms;
}

async function sendSms(serial: string, code: string): Promise<void> {
  const text = `Mi Account verification code: ${code}. It expires in 5 minutes.`;
  await promisify(execFile)(Adb.find(), ['-s', serial, 'emu', 'sms', 'send', SENDER, text]);
}
