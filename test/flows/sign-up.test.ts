import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, test } from 'node:test';
import { ManualHarnessClock } from '../../config/clock.ts';
import { LiveSignupNotAllowedError, OcrRefusedError } from '../../config/live.ts';
import { Masker } from '../../config/masker.ts';
import type { ProgressEvent } from '../../config/progress.ts';
import type { RunContext } from '../../config/run-context.ts';
import { loadSettings } from '../../config/settings.ts';
import { Ledger } from '../../device/ledger.ts';
import {
  AlreadySignedInError,
  CodeRejectedError,
  ControlMissingError,
  NumberAlreadyRegisteredError,
  PictureCodeNotAnsweredError,
  PictureCodeRejectedError,
  PictureNotReadableError,
  ServerFailedError,
  ServerTooSlowError,
  UnknownScreenError,
} from '../../flows/errors.ts';
import { SignUp } from '../../flows/sign-up.ts';
import { CloudAgreementPage } from '../../pageobjects/cloud-agreement-page.ts';
import { PictureCodePage } from '../../pageobjects/picture-code-page.ts';
import { SettingsHome } from '../../pageobjects/settings-home.ts';
import { FakePhone, type FakePhoneOptions } from './fake-phone.ts';

let stateDir: string;

beforeEach(async () => {
  stateDir = await mkdtemp(join(tmpdir(), 'mi-flow-'));
});

afterEach(async () => {
  await rm(stateDir, { recursive: true });
});

function setUp(options: Omit<FakePhoneOptions, 'clock'> = {}, env: Record<string, string> = {}) {
  const clock = new ManualHarnessClock();
  const phone = new FakePhone({ clock, ...options });
  const events: ProgressEvent[] = [];
  const pictures: string[] = [];
  const context: RunContext = {
    runId: 'run-1',
    settings: loadSettings({ MI_STATE_DIR: stateDir, ...env }),
    phone: { serial: phone.serial, model: 'M', system: 'S', environment: 'test' },
    progress: { emit: (event) => void events.push(event) },
    masker: new Masker(),
    observer: {
      stepStarted: () => Promise.resolve(),
      screenReady: (step) => Promise.resolve(void pictures.push(step.name)),
      stepEnded: () => Promise.resolve(),
    },
    pictureReader: { read: (picture) => Promise.resolve(picture.toString().replace(' ', '')) },
    signal: new AbortController().signal,
  };
  const signUp = new SignUp({ ui: phone, sms: phone }, context, clock);
  const run = async () => {
    await signUp.openSettings();
    await signUp.until(SettingsHome);
    return signUp.account();
  };
  return { phone, clock, events, context, pictures, signUp, run };
}

function steps(events: readonly ProgressEvent[]) {
  return events.flatMap((event) =>
    event.type === 'step-ended' ? [`${event.step} ${event.outcome}`] : [],
  );
}

test('a sign-up walks the six steps and ends with the account', async () => {
  const { run, phone, events, pictures } = setUp();
  assert.deepEqual(await run(), {
    shown: '6230000535',
    listed: { name: '6230***535', type: 'com.xiaomi', userId: 0 },
  });
  assert.deepEqual(steps(events), [
    'settings passed',
    'phone-number passed',
    'sms-code passed',
    'picture-code passed',
    'cloud-agreement passed',
    'account passed',
  ]);
  assert.equal(new Set(pictures).size, 6);
  assert.ok(phone.log.includes('number 2015550123'));
  assert.ok(phone.log.includes('code 069382'));
});

test('the picture code may come before the SMS code', async () => {
  const { run, events } = setUp({ order: ['picture', 'sms', 'cloud'] });
  await run();
  assert.deepEqual(steps(events).slice(2, 4), ['picture-code passed', 'sms-code passed']);
});

test('no picture code at all is fine too', async () => {
  const { run, events } = setUp({ order: ['sms', 'cloud'] });
  await run();
  assert.equal(steps(events).length, 5);
});

test('a flow stops where a spec wants it to, and leaves that screen alone', async () => {
  const { signUp, phone } = setUp();
  await signUp.openSettings();
  await signUp.until(PictureCodePage);
  assert.ok(!phone.log.some((entry) => entry.startsWith('picture')));
});

test("a country code other than the number's is changed", async () => {
  const { run, phone } = setUp({}, { MI_PHONE_NUMBER: '+49 171 3920012' });
  await run();
  assert.ok(phone.log.includes('number 1713920012'));
});

test('nothing is submitted twice, however slow the server is', async () => {
  const { run, phone } = setUp({ latencyMs: 290_000 });
  await run();
  const submissions = phone.log.filter((entry) => entry.startsWith('submit'));
  assert.equal(new Set(submissions).size, submissions.length);
});

test("the server's time is told apart from the harness's", async () => {
  const { run, events } = setUp({ latencyMs: 120_000 });
  await run();
  const number = events.find(
    (event) => event.type === 'step-ended' && event.step === 'phone-number',
  );
  assert.ok(number?.type === 'step-ended');
  assert.ok(Math.abs(number.serverMs - 120_000) < 1_000, String(number.serverMs));
  assert.ok(number.harnessMs < 1_000, String(number.harnessMs));
  assert.equal(number.budgetMs, 300_000);
});

test('a server that takes longer than the budget is too slow, and progress shows all the while', async () => {
  const { run, events } = setUp({ latencyMs: 301_000 });
  await assert.rejects(run(), ServerTooSlowError);
  assert.equal(steps(events).at(-1), 'settings failed');
  const waits = events.filter((event) => event.type === 'waiting');
  assert.ok(waits.length > 300, String(waits.length));
});

test("a step's own budget wins over the common one", async () => {
  const { run, events } = setUp({ latencyMs: 10_000 }, { MI_STEP_BUDGET_PHONE_NUMBER: '5s' });
  await assert.rejects(run(), ServerTooSlowError);
  assert.equal(steps(events).at(-1), 'phone-number failed');
});

test('a refused SMS code ends the sign-up with an error that quotes the app', async () => {
  const { run } = setUp({
    refuse: { screen: 'sms', text: 'This code is incorrect', as: 'inline' },
  });
  await assert.rejects(run(), (error) => {
    assert.ok(error instanceof CodeRejectedError);
    assert.match(error.message, /This code is incorrect/);
    return true;
  });
});

test('a server error shown as a toast ends the sign-up with a typed error', async () => {
  const { run, events } = setUp({
    refuse: { screen: 'number', text: 'Server error', as: 'toast' },
  });
  await assert.rejects(run(), ServerFailedError);
  assert.equal(steps(events).at(-1), 'phone-number failed');
});

test('a refused picture is answered anew, with the new picture', async () => {
  const { run, phone } = setUp({ refusedPictures: 2 });
  await run();
  assert.deepEqual(
    phone.log.filter((entry) => entry.startsWith('picture')),
    ['picture picture1', 'picture picture2', 'picture picture3'],
  );
});

test('five refused pictures are enough', async () => {
  const { run, phone } = setUp({ refusedPictures: 9 });
  await assert.rejects(run(), PictureCodeRejectedError);
  assert.equal(phone.log.filter((entry) => entry.startsWith('picture')).length, 5);
});

test('a phone that fills in the code by itself is followed, not typed over', async () => {
  const { run, phone } = setUp({ fillsInAfterMs: 5_000 });
  await run();
  assert.ok(!phone.log.some((entry) => entry.startsWith('code')));
});

test('a code is not typed when the phone fills it in just as its SMS is read', async () => {
  const { run, phone } = setUp({ fillsInAfterMs: 5_000, latencyMs: 5_000 });
  await run();
  assert.ok(!phone.log.some((entry) => entry.startsWith('code') || entry === 'focus'));
});

test('a code is not typed when the phone fills it in as its field is tapped', async () => {
  const { run, phone } = setUp({ fillsInWhenTapped: true, latencyMs: 1_000 });
  await run();
  assert.ok(!phone.log.some((entry) => entry.startsWith('code')));
  assert.equal(phone.log.filter((entry) => entry === 'submit sms').length, 1);
});

test('a code is not typed when the phone fills it in while the screen is pictured', async () => {
  const { run, phone, context, clock } = setUp({ fillsInAfterMs: 1_000 });
  context.observer.screenReady = (step) =>
    step.name === 'sms-code' ? clock.sleep(2_000, context.signal) : Promise.resolve();
  await run();
  assert.ok(!phone.log.some((entry) => entry.startsWith('code') || entry === 'focus'));
});

test('a number that has an account is said to have one', async () => {
  const { run } = setUp({ registered: true });
  await assert.rejects(run(), NumberAlreadyRegisteredError);
});

test('an account that was made before the sign-up failed is not forgotten', async () => {
  const { run, events } = setUp({
    refuse: { screen: 'cloud', text: 'Server error', as: 'toast' },
  });
  await assert.rejects(run(), ServerFailedError);
  const told = events.flatMap((event) => (event.type === 'account' ? [event.account] : []));
  assert.equal(told.at(-1), 'created');
  const outcome = (await new Ledger(stateDir).entries()).at(-1);
  assert.ok(outcome?.kind === 'outcome');
  assert.equal(outcome.outcome, 'created');
});

test('Settings that come back before the screen that a spec waits for end the flow', async () => {
  const { signUp, phone } = setUp({ order: ['sms', 'picture'] });
  await signUp.openSettings();
  await assert.rejects(signUp.until(CloudAgreementPage), UnknownScreenError);
  assert.equal(phone.log.filter((entry) => entry === 'submit settings').length, 1);
});

test('on a phone with an account nothing is done', async () => {
  const { run, phone } = setUp({ account: '6230000535' });
  await assert.rejects(run(), AlreadySignedInError);
  assert.deepEqual(phone.log, []);
});

test('on a phone that the run did not start, a sign-up wants permission', async () => {
  const { signUp, context, phone } = setUp();
  context.phone.environment = 'live';
  await assert.rejects(signUp.openSettings(), LiveSignupNotAllowedError);
  assert.deepEqual(phone.log, []);
});

test('permission is wanted too when a spec does not begin in Settings', async () => {
  const { signUp, context, phone } = setUp();
  context.phone.environment = 'live';
  await new SettingsHome(phone.driver).open();
  await assert.rejects(signUp.until(SettingsHome), LiveSignupNotAllowedError);
  assert.ok(!phone.log.includes('submit number'));
  assert.deepEqual(await new Ledger(stateDir).entries(), []);
});

test('on the live service no machine answers the picture, whoever hands it one', async () => {
  const { run, context, phone } = setUp({}, { MI_ALLOW_LIVE_SIGNUP: 'yes' });
  context.phone.environment = 'live';
  await assert.rejects(run(), OcrRefusedError);
  assert.ok(!phone.log.some((entry) => entry.startsWith('picture')));
});

test('the intent is in the ledger before Next is tapped', async () => {
  const { signUp, phone } = setUp({ latencyMs: 400_000 }, { MI_STEP_BUDGET_SETTINGS: '10m' });
  await signUp.openSettings();
  await assert.rejects(signUp.until(SettingsHome), ServerTooSlowError);
  assert.equal(phone.log.at(-1), 'submit number');
  const entries = await new Ledger(stateDir).entries();
  assert.deepEqual(
    entries.map(({ kind }) => kind),
    ['intent', 'outcome'],
  );
});

test('nobody at the phone for the picture code is said as that', async () => {
  const { run, context } = setUp({}, { MI_STEP_BUDGET_PICTURE_CODE: '30s' });
  context.pictureReader = undefined;
  await assert.rejects(run(), PictureCodeNotAnsweredError);
});

test('a control that is not on its screen is a typed error', async () => {
  const { run, phone } = setUp();
  const find = phone.driver.$.bind(phone.driver);
  Object.assign(phone.driver, {
    $: (selector: string) => {
      if (!selector.includes('country_code')) return find(selector);
      const message = `Can't call getText on element with selector "${selector}" because element wasn't found`;
      return { getText: () => Promise.reject(new Error(message)) };
    },
  });
  await assert.rejects(run(), (error) => {
    assert.ok(error instanceof ControlMissingError);
    assert.match(error.message, /country_code/);
    assert.match(error.message, /screen: phone number/);
    return true;
  });
});

test('a page that may not be pictured is said to want a person', async () => {
  const { run, phone } = setUp();
  const refused = Object.assign(new Error('Failed to capture a screenshot.'), {
    name: 'unable to capture screen',
  });
  Object.assign(phone.driver, { takeElementScreenshot: () => Promise.reject(refused) });
  await assert.rejects(run(), PictureNotReadableError);
});

test('what a person types as the picture code is not read', async () => {
  const { signUp, context, phone, clock } = setUp({}, { MI_STEP_BUDGET_PICTURE_CODE: '30s' });
  context.pictureReader = undefined;
  await signUp.openSettings();
  await signUp.until(PictureCodePage);
  let sources = 0;
  const getPageSource = phone.driver.getPageSource.bind(phone.driver);
  Object.assign(phone.driver, {
    getPageSource: () => {
      sources += 1;
      return getPageSource();
    },
  });
  await assert.rejects(signUp.until(SettingsHome), PictureCodeNotAnsweredError);
  assert.ok(clock.now() >= 30_000);
  assert.equal(sources, 0);
});
