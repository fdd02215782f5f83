import assert from 'node:assert/strict';
import { test } from 'node:test';
import { LiveSignupNotAllowedError } from '../../config/live.ts';
import { AlreadySignedInError, PhoneLostError } from '../../device/errors.ts';
import {
  CodeRejectedError,
  ControlMissingError,
  NumberAlreadyRegisteredError,
  PictureCodeNotAnsweredError,
  ServerFailedError,
  ServerTooSlowError,
  UnknownScreenError,
} from '../../flows/errors.ts';
import { CloudAgreementPage } from '../../pageobjects/cloud-agreement-page.ts';
import { PictureCodePage } from '../../pageobjects/picture-code-page.ts';
import { SettingsHome } from '../../pageobjects/settings-home.ts';
import { ledger, setUp, steps } from './sign-up-under-test.ts';

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

test('a number that has an account is said to have one', async () => {
  const { run } = setUp({ registered: true });
  await assert.rejects(run(), NumberAlreadyRegisteredError);
});

test("the classic app's question is quoted only as far as its wording is known", async () => {
  const { run } = setUp({ generation: 'classic', registered: true, asksAs: 'Are you Li Wei?' });
  await assert.rejects(run(), (error) => {
    assert.ok(error instanceof NumberAlreadyRegisteredError);
    assert.doesNotMatch(error.message, /Li Wei/);
    return true;
  });
});

test('an account that was made before the sign-up failed is not forgotten', async () => {
  const { run, events } = setUp({
    refuse: { screen: 'cloud', text: 'Server error', as: 'toast' },
  });
  await assert.rejects(run(), ServerFailedError);
  const told = events.flatMap((event) => (event.type === 'account' ? [event.account] : []));
  assert.equal(told.at(-1), 'created');
  const outcome = (await ledger().entries()).at(-1);
  assert.equal(outcome?.kind, 'created');
});

/** A sign-up whose phone is gone once the number is submitted. */
function setUpLoss() {
  const set = setUp({ messages: [] });
  const { adb, log } = set.phone;
  const shell = adb.shell.bind(adb);
  const lost = new PhoneLostError('The phone is gone.', { remedy: 'Plug it in.' });
  Object.assign(adb, {
    shell: (command: string) =>
      log.includes('submit number') ? Promise.reject(lost) : shell(command),
  });
  return set;
}

test('of a lost phone it is noted, in one line, that nothing is known of its account', async () => {
  const { run, events } = setUpLoss();
  await assert.rejects(run(), PhoneLostError);
  const notes = events.flatMap((event) => (event.type === 'note' ? [event.text] : []));
  assert.deepEqual(notes, ['Whether there is an account is not known: The phone is gone.']);
});

test('what became of a sign-up whose phone was lost is not known, and not taken for a failure', async () => {
  await assert.rejects(setUpLoss().run(), PhoneLostError);
  const [attempt] = await ledger().attempts();
  assert.deepEqual(
    { state: attempt?.state, error: attempt?.error },
    { state: 'unknown', error: { type: 'PhoneLostError', category: 'phone-lost' } },
  );
});

test('a sign-up that failed is in the ledger with what stopped it', async () => {
  const { run } = setUp({ refuse: { screen: 'number', text: 'Server error', as: 'toast' } });
  await assert.rejects(run(), ServerFailedError);
  const [attempt] = await ledger().attempts();
  assert.deepEqual(
    { state: attempt?.state, error: attempt?.error },
    { state: 'failed', error: { type: 'ServerFailedError', category: 'server-error' } },
  );
});

test('a server that took the code and says no more may have made the account', async () => {
  const { run } = setUp({ latencyMs: 10_000 }, { MI_STEP_BUDGET_PICTURE_CODE: '5s' });
  await assert.rejects(run(), ServerTooSlowError);
  assert.equal((await ledger().attempts())[0]?.state, 'unknown');
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
  assert.deepEqual(await ledger().entries(), []);
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

test('what the screen was taken for, and what was awaited, is told of a step that failed', async () => {
  const { run, context } = setUp(
    {
      refuse: { screen: 'number', text: 'something new', as: 'inline' },
    },
    { MI_STEP_BUDGET: '5s' },
  );
  const told: string[] = [];
  context.observer.stepEnded = (step, outcome, failure) => {
    if (outcome === 'failed') told.push(step.name, failure?.recognised ?? '');
    return Promise.resolve();
  };
  await assert.rejects(run(), ServerTooSlowError);
  assert.equal(told[0], 'phone-number');
  assert.match(told[1] ?? '', /^Expected: the server to take the number$/m);
  assert.match(
    told[1] ?? '',
    /phone number {2}\[com\.xiaomi\.account:id\/get_login_type\] {2}\(\d+ looks in/,
  );
  assert.match(told[1] ?? '', /^Screens that this flow knows: .*SMS code/m);
});
