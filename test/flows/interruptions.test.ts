import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  ControlMissingError,
  InterruptedByPhoneError,
  UnknownScreenError,
} from '../../flows/errors.ts';
import type { Page, PageClass } from '../../pageobjects/page.ts';
import { CloudAgreementPage } from '../../pageobjects/cloud-agreement-page.ts';
import { ExistingAccountPage } from '../../pageobjects/existing-account-page.ts';
import { PhoneNumberPage } from '../../pageobjects/phone-number-page.ts';
import { PictureCodePage } from '../../pageobjects/picture-code-page.ts';
import { SettingsHome } from '../../pageobjects/settings-home.ts';
import { SmsCodePage } from '../../pageobjects/sms-code-page.ts';
import { FakeSystem } from './fake-system.ts';
import type { FakeView } from './fake-screen.ts';
import { setUp } from './sign-up-under-test.ts';
import { Strikes } from './strikes.ts';

const PAGES: readonly PageClass[] = [
  PhoneNumberPage,
  SmsCodePage,
  PictureCodePage,
  CloudAgreementPage,
];

function setUpWithSystem(options: Parameters<typeof setUp>[0] = {}) {
  const system = new FakeSystem();
  const parts = setUp({ system, ...options });
  const notes = () => parts.events.flatMap((event) => (event.type === 'note' ? [event.text] : []));
  const submissions = () => parts.phone.log.filter((entry) => /^(submit|code|resend)/.test(entry));
  return { system, notes, submissions, ...parts };
}

/** A sign-up that `interrupt` comes between at every page. */
async function signUpWith(interrupt: (system: FakeSystem) => void) {
  const parts = setUpWithSystem();
  const { signUp, system } = parts;
  await signUp.openSettings();
  for (const page of PAGES) {
    await signUp.until(page);
    interrupt(system);
  }
  await signUp.until(SettingsHome);
  interrupt(system);
  await signUp.account();
  return parts;
}

function dialog(system: FakeSystem, packageName: string, id: string, negative: string): FakeView[] {
  const closes = (how: string) => ({ packageName, onClick: () => system.take(how) });
  return [
    { packageName, id, text: 'some text' },
    { ...closes('positive'), id: 'android:id/button1' },
    { ...closes('negative'), id: negative },
  ];
}

for (const [what, put, taken] of [
  ['a call', (system: FakeSystem) => system.put('call'), 'decline'],
  ['the lock screen', (system: FakeSystem) => system.put('lock'), 'unlock'],
  ['the notification shade', (system: FakeSystem) => system.put('shade'), 'collapse'],
  ['the home screen', (system: FakeSystem) => system.put('home'), 'recent apps'],
  ['the messages', (system: FakeSystem) => system.put('messages'), 'back'],
] as const) {
  test(`a sign-up goes on after ${what} at every page, and submits nothing twice`, async () => {
    const { system, submissions } = await signUpWith(put);
    assert.deepEqual(new Set(system.log), new Set([taken]));
    assert.equal(new Set(submissions()).size, submissions().length);
  });
}

for (const [what, packageName, id, negative] of [
  ['permission is denied', 'com.lbe.security.miui', 'permission_message', 'android:id/button2'],
  ['low battery is dismissed', 'com.android.systemui', 'alertTitle', 'android:id/button2'],
  ['system update is put off', 'com.android.updater', 'alertTitle', 'android:id/button2'],
  ['app update is put off', 'com.xiaomi.mipicks', 'alertTitle', 'android:id/button2'],
  [
    'installation is denied',
    'com.miui.securitycenter',
    'do_not_ask_checkbox',
    'android:id/button2',
  ],
] as const) {
  test(`a dialog about ${what}`, async () => {
    const { system, signUp, phone } = setUpWithSystem();
    await signUp.openSettings();
    await signUp.until(SmsCodePage);
    system.put(dialog(system, packageName, `${packageName}:id/${id}`, negative));
    await signUp.until(PictureCodePage);
    assert.deepEqual(system.log, ['negative']);
    assert.equal(phone.log.filter((entry) => entry.startsWith('code')).length, 1);
  });
}

test('an app that does not respond is given more time', async () => {
  const { system, signUp } = setUpWithSystem();
  await signUp.openSettings();
  await signUp.until(SmsCodePage);
  system.put([
    { id: 'android:id/aerr_close', onClick: () => system.take('close') },
    { id: 'android:id/aerr_wait', onClick: () => system.take('wait') },
  ]);
  await signUp.until(PictureCodePage);
  assert.deepEqual(system.log, ['wait']);
});

test("an installation of Appium's own helper is allowed", async () => {
  const { system, signUp } = setUpWithSystem();
  await signUp.openSettings();
  await signUp.until(SmsCodePage);
  const views = dialog(
    system,
    'com.miui.securitycenter',
    'com.miui.securitycenter:id/do_not_ask_checkbox',
    'android:id/button2',
  );
  const text = 'io.appium.settings is being installed';
  system.put([...views, { id: 'com.miui.securitycenter:id/message', text }]);
  await signUp.until(PictureCodePage);
  assert.deepEqual(system.log, ['positive']);
});

test('what is done about an interruption is told', async () => {
  const { notes } = await signUpWith((system) => system.put('call'));
  assert.ok(notes().includes('An incoming call was declined.'));
});

test('an interruption while the server is awaited neither ends the wait nor submits again', async () => {
  const { system, clock, phone, run, submissions } = setUpWithSystem({ latencyMs: 60_000 });
  const running = run();
  while (!phone.log.includes('submit number')) await clock.sleep(0);
  system.put('call');
  await running;
  assert.deepEqual(system.log, ['decline']);
  assert.equal(new Set(submissions()).size, submissions().length);
});

test('keys that went to a call are typed again, into an empty field', async () => {
  const { system, signUp, phone } = setUpWithSystem();
  await signUp.openSettings();
  const page: Page = await signUp.until(SmsCodePage);
  const driver = page.driver as unknown as { performActions: (keys: never) => Promise<void> };
  const typeKeys = driver.performActions.bind(driver);
  driver.performActions = (keys) => {
    system.put('call');
    driver.performActions = typeKeys;
    return typeKeys(keys);
  };
  await signUp.until(PictureCodePage);
  assert.deepEqual(
    phone.log.filter((entry) => entry.startsWith('code')),
    ['code 069382'],
  );
});

test('a lock screen with a PIN is tried twice, then left to a person', async () => {
  const { system, clock, signUp, notes } = setUpWithSystem();
  await signUp.openSettings();
  await signUp.until(PhoneNumberPage);
  system.pin = true;
  system.put('lock');
  const going = signUp.until(SmsCodePage);
  while (!notes().some((text) => /unlock it, the run waits for you/.test(text)))
    await clock.sleep(0);
  system.take('person');
  await going;
  assert.deepEqual(system.log, ['unlock', 'unlock', 'person']);
});

test('an app that is ended before the number is submitted is opened again', async () => {
  const { signUp, phone, submissions } = setUpWithSystem();
  await signUp.openSettings();
  await signUp.until(PhoneNumberPage);
  phone.endApp('settings');
  await signUp.until(SmsCodePage);
  assert.deepEqual(submissions(), ['submit settings', 'submit settings', 'submit number']);
});

for (const comesBackAt of ['settings', 'number'] as const) {
  test(`an app that comes back at ${comesBackAt} after that is told, and nothing is sent again`, async () => {
    const { signUp, phone, submissions } = setUpWithSystem();
    await signUp.openSettings();
    await signUp.until(SmsCodePage);
    phone.endApp(comesBackAt);
    await assert.rejects(signUp.until(SettingsHome), InterruptedByPhoneError);
    assert.deepEqual(submissions(), ['submit settings', 'submit number']);
  });
}

test('an app that is ended while its server is awaited is told, and nothing is sent again', async () => {
  const { system, clock, phone, run, submissions } = setUpWithSystem({ latencyMs: 60_000 });
  const running = run();
  while (!phone.log.includes('submit number')) await clock.sleep(0);
  system.appRuns = false;
  system.put('home');
  phone.endApp('number');
  await assert.rejects(running, InterruptedByPhoneError);
  assert.deepEqual(submissions(), ['submit settings', 'submit number']);
});

/** At the question whether an account is one's own, which a spec answers with no. */
async function atQuestion(options: Parameters<typeof setUpWithSystem>[0] = {}) {
  const parts = setUpWithSystem({ registered: true, ...options });
  await parts.signUp.openSettings();
  const question = await parts.signUp.until(ExistingAccountPage);
  const sayNo = () => parts.signUp.instead(question, () => question.no(), 'the new account');
  return { ...parts, sayNo };
}

test('an app that is ended after a spec did something else there gets nothing again', async () => {
  const { sayNo, signUp, phone, submissions } = await atQuestion();
  await sayNo();
  phone.endApp('number');
  await assert.rejects(signUp.until(SettingsHome), InterruptedByPhoneError);
  assert.equal(submissions().filter((entry) => entry === 'submit number').length, 1);
});

test('an app that is ended as the number is being submitted is no control that is missing', async () => {
  for (let commands = 0; commands <= 12; commands += 1) {
    const strikes = new Strikes([{ kind: 'app ended', entries: 2, commands }]);
    const parts = setUpWithSystem({
      onCommand: () => strikes.command({ system: parts.system, phone: parts.phone }),
    });
    const end = await parts.run().catch((error: unknown) => error);
    assert.ok(!(end instanceof ControlMissingError), `after ${String(commands)} commands`);
  }
});

test('an app that is ended while its server is awaited there is no way back', async () => {
  const { sayNo, clock, system, phone } = await atQuestion({ latencyMs: { registered: 60_000 } });
  const going = sayNo();
  while (!phone.log.includes('submit registered')) await clock.sleep(0);
  system.appRuns = false;
  system.put('home');
  phone.endApp('number');
  await assert.rejects(going, InterruptedByPhoneError);
});

test('nothing is submitted in airplane mode, and once when it ends', async () => {
  const { system, clock, signUp, events, phone } = setUpWithSystem();
  await signUp.openSettings();
  await signUp.until(PhoneNumberPage);
  system.airplaneMode = true;
  const going = signUp.until(SmsCodePage);
  const waits = () =>
    events.some((event) => event.type === 'waiting' && /airplane/.test(event.what));
  while (!waits()) await clock.sleep(0);
  assert.ok(!phone.log.includes('submit number'));
  system.airplaneMode = false;
  await going;
  assert.equal(phone.log.filter((entry) => entry === 'submit number').length, 1);
});

test('an unknown dialog of another app is told at once, and ends the journey in seconds', async () => {
  const { system, clock, signUp, notes } = setUpWithSystem();
  await signUp.openSettings();
  await signUp.until(SmsCodePage);
  const startedMs = clock.now();
  system.put([
    { packageName: 'com.miui.weather2', id: 'android:id/alertTitle', text: 'Storm warning' },
    { packageName: 'com.miui.weather2', id: 'android:id/button1', text: 'OK' },
  ]);
  await assert.rejects(
    signUp.until(PictureCodePage),
    (error: Error) =>
      error instanceof UnknownScreenError &&
      /com\.miui\.weather2/.test(error.message) &&
      /Storm warning \| OK/.test(error.message),
  );
  assert.ok(clock.now() - startedMs < 10_000);
  assert.ok(notes().some((text) => /com\.miui\.weather2/.test(text)));
});

test('a window that flashes by is nobody to report', async () => {
  const { system, clock, signUp, notes } = setUpWithSystem();
  await signUp.openSettings();
  await signUp.until(SmsCodePage);
  system.put([{ packageName: 'com.miui.weather2', text: 'Rain' }]);
  const going = signUp.until(PictureCodePage);
  while (!notes().some((text) => /com\.miui\.weather2/.test(text))) await clock.sleep(0);
  system.take('by itself');
  await going;
});
