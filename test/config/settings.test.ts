import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadSettings } from '../../config/settings.ts';
import { SettingsError } from '../../config/settings-error.ts';

function problemsOf(env: NodeJS.ProcessEnv): SettingsError {
  try {
    loadSettings(env);
  } catch (error) {
    assert.ok(error instanceof SettingsError, String(error));
    return error;
  }
  assert.fail('the settings were accepted');
}

test('with nothing set, an emulated phone is used', () => {
  const settings = loadSettings({ HOME: '/home/qa' });
  assert.equal(settings.target, 'emulated');
  assert.equal(settings.phoneNumber, undefined);
  assert.equal(settings.pictureCode, 'ocr');
  assert.equal(settings.allowLiveSignup, false);
  assert.equal(settings.stepBudgetMs['sms-code'], 300_000);
  assert.equal(settings.stateDir, '/home/qa/.local/state/mi-account-e2e');
});

test('a number is taken in any spelling and kept in E.164', () => {
  assert.equal(
    loadSettings({ MI_PHONE_NUMBER: ' +49 (171) 392-0012 ' }).phoneNumber,
    '+491713920012',
  );
});

test('commands for connected phones take MI_PHONES without MI_TARGET, a run does not', () => {
  const env = { MI_PHONES: '8e3f21' };
  const settings = loadSettings(env, { connected: true });
  assert.equal(settings.target, 'devices');
  assert.deepEqual(settings.selection.serials, ['8e3f21']);
  assert.match(problemsOf(env).message, /MI_PHONES: it is set/);
});

test('an empty variable counts as unset', () => {
  assert.equal(loadSettings({ MI_TARGET: '', MI_PHONE_NUMBER: ' ' }).target, 'emulated');
});

test('a step has its own budget, and the others the common one', () => {
  const { stepBudgetMs } = loadSettings({
    MI_STEP_BUDGET: '90s',
    MI_STEP_BUDGET_SMS_CODE: '1500ms',
  });
  assert.equal(stepBudgetMs['sms-code'], 1500);
  assert.equal(stepBudgetMs['cloud-agreement'], 90_000);
});

test('the state folder follows XDG_STATE_HOME, but not a relative one', () => {
  const absolute = loadSettings({ HOME: '/h', XDG_STATE_HOME: '/var/state' });
  const relative = loadSettings({ HOME: '/h', XDG_STATE_HOME: 'state' });
  assert.equal(absolute.stateDir, '/var/state/mi-account-e2e');
  assert.equal(relative.stateDir, '/h/.local/state/mi-account-e2e');
});

test('MI_STATE_DIR may begin with ~', () => {
  assert.equal(loadSettings({ HOME: '/h', MI_STATE_DIR: '~/mi' }).stateDir, '/h/mi');
});

test('every problem is listed at once', () => {
  const { problems } = problemsOf({
    MI_TARGET: 'phone',
    MI_STEP_BUDGET: '5',
    MI_STEP_BUDGET_ACCOUNT: '2h',
    MI_APPIUM_PORT: '99999',
    MI_EMULATOR_PORT: '5555',
    MI_EMULATOR_LATENCY: '2s..1s',
    MI_EMULATOR_LANGUAGE: 'Chinese',
    MI_APPIUM_URL: 'phone.lab:4723',
    MI_ALLOW_LIVE_SIGNUP: 'true',
    MI_PHONES: 'a,,b',
    MI_COLOUR: 'red',
  });
  assert.deepEqual(problems.map(({ setting }) => setting).sort(), [
    'MI_ALLOW_LIVE_SIGNUP',
    'MI_APPIUM_PORT',
    'MI_APPIUM_URL',
    'MI_COLOUR',
    'MI_EMULATOR_LANGUAGE',
    'MI_EMULATOR_LATENCY',
    'MI_EMULATOR_PORT',
    'MI_PHONES',
    'MI_STEP_BUDGET',
    'MI_STEP_BUDGET_ACCOUNT',
    'MI_TARGET',
  ]);
});

test('a problem names the setting, the value, what is expected and what to do', () => {
  const { message } = problemsOf({ MI_TARGET: 'phone' });
  assert.match(message, /MI_TARGET: "phone" was given; expected one of emulated, devices, remote/);
  assert.match(message, /→ Change MI_TARGET/);
});

test('a mistyped name is refused with the right one', () => {
  const { message } = problemsOf({ MI_PHONE_NUMER: '+12015550123' });
  assert.match(message, /Did you mean MI_PHONE_NUMBER\?/);
});

for (const number of [
  '+1201555012',
  '2015550123',
  '+44 7700 900123',
  '+12015550123 ext 5',
  'mine',
]) {
  test(`"${number}" is no phone number, and its digits are not shown`, () => {
    const { message } = problemsOf({ MI_PHONE_NUMBER: number });
    assert.match(message, /with \+ and its country code first/);
    assert.doesNotMatch(message, /\d{3}/);
  });
}

for (const [number, flaw] of [
  ['+49123', /too short/],
  ['+1 201 555 0123 4567', /too long/],
  ['+999 123456789', /no country/],
] as const) {
  test(`of ${number} it is said what is wrong`, () => {
    assert.match(problemsOf({ MI_PHONE_NUMBER: number }).message, flaw);
  });
}

test('a phone number in a wrong place is not shown either', () => {
  const { message } = problemsOf({ MI_TARGET: '+49 171 3920012', MI_NUMBER: '+491713920012' });
  assert.doesNotMatch(message, /3920012|392/);
});

test('a password in an address is not shown', () => {
  assert.doesNotMatch(problemsOf({ MI_APPIUM_URL: 'ftp://me:secret@lab' }).message, /secret/);
});

test('a remote target needs an address too', () => {
  const { problems } = problemsOf({ MI_TARGET: 'remote' });
  assert.deepEqual(
    problems.map(({ setting }) => setting),
    ['MI_APPIUM_URL'],
  );
});

for (const name of ['MI_PHONES', 'MI_APPIUM_URL']) {
  test(`${name} says which phone, so an emulated one is not started in its place`, () => {
    const value = name === 'MI_PHONES' ? '8e3f21' : 'http://127.0.0.1:4723';
    const { problems } = problemsOf({ [name]: value });
    assert.deepEqual(
      problems.map(({ setting }) => setting),
      [name],
    );
    assert.match(problems[0]?.remedy ?? '', /MI_TARGET/);
  });
}

test('the credentials in an address are taken out of it', () => {
  const { remote } = loadSettings({
    MI_TARGET: 'remote',
    MI_APPIUM_URL: 'https://me:s%2Fcret@hub.lab/wd/hub',
  });
  assert.deepEqual(
    [remote?.url.href, remote?.user, remote?.key],
    ['https://hub.lab/wd/hub', 'me', 's/cret'],
  );
});

test('capabilities are taken as they are given', () => {
  const given = {
    'appium:deviceName': 'Xiaomi 13',
    'farm:options': { lab: 7 },
    platformName: 'Android',
  };
  const { capabilities } = loadSettings({ MI_CAPABILITIES: JSON.stringify(given) });
  assert.deepEqual(capabilities, given);
});

for (const given of [
  'deviceName=x',
  '"appium:deviceName"',
  '[{"appium:deviceName": "x"}]',
  '{}',
  '{"deviceName": "x"}',
  '{"appium:udid": "8e3f21"}',
  '{"wdio:maxInstances": 2}',
]) {
  test(`${given} is no set of capabilities, and is not shown`, () => {
    const { problems } = problemsOf({ MI_CAPABILITIES: given });
    assert.deepEqual(
      problems.map(({ setting, found }) => [setting, found]),
      [['MI_CAPABILITIES', '"•••" was given']],
    );
  });
}

test('there is a phone for each profile in each language', () => {
  const { message } = problemsOf({
    MI_PHONE_COUNT: '3',
    MI_EMULATOR_PROFILE: 'xiaomi-13,redmi-7a',
    MI_EMULATOR_LANGUAGE: 'en,ru',
  });
  assert.match(message, /MI_PHONE_COUNT.*4 phones/s);
});

for (const latency of ['0', '1.5s', '500ms..2s', 'lognormal:1s..8s']) {
  test(`the latency ${latency} is handed on to the phone`, () => {
    assert.equal(loadSettings({ MI_EMULATOR_LATENCY: latency }).emulator.latency, latency);
  });
}

for (const latency of ['lognormal:1s', 'lognormal:0..8s', 'lognormal:2s..2s', '1s..2s..3s']) {
  test(`the latency ${latency} is refused`, () => {
    assert.match(problemsOf({ MI_EMULATOR_LATENCY: latency }).message, /MI_EMULATOR_LATENCY/);
  });
}

test('a quote in the options of the phone must be closed', () => {
  const { message } = problemsOf({ MI_EMULATOR_OPTIONS: '--secure "on' });
  assert.match(message, /MI_EMULATOR_OPTIONS.*with every quote closed/);
});

const DEVICES = { MI_TARGET: 'devices', MI_PHONE_NUMBER: '+12015550123' };

test('on connected phones a person answers the picture code, unless told otherwise', () => {
  assert.equal(loadSettings(DEVICES).pictureCode, 'ask');
});

const REMOTE = { ...DEVICES, MI_TARGET: 'remote', MI_APPIUM_URL: 'http://192.0.2.7:4723' };

for (const [target, given] of Object.entries({ DEVICES, REMOTE })) {
  test(`OCR of the picture code is refused on the live service of ${target.toLowerCase()}, with the reason`, () => {
    const { message } = problemsOf({ ...given, MI_PICTURE_CODE: 'ocr' });
    assert.match(message, /MI_PICTURE_CODE.*live.*human/s);
  });
}

test('no fallback makes OCR allowed on the live service', () => {
  const { message } = problemsOf({ ...DEVICES, MI_PICTURE_CODE: 'ocr', MI_OCR_FALLBACK: 'ask' });
  assert.match(message, /MI_PICTURE_CODE/);
});

test('a phone of the run is a test phone, whatever is declared of others', () => {
  const settings = loadSettings({ MI_PICTURE_CODE: 'ocr', MI_ENVIRONMENT: 'live' });
  assert.equal(settings.pictureCode, 'ocr');
});

test('OCR of the picture code is allowed on a declared test service', () => {
  const settings = loadSettings({ ...DEVICES, MI_PICTURE_CODE: 'ocr', MI_ENVIRONMENT: 'staging' });
  assert.equal(settings.pictureCode, 'ocr');
});
