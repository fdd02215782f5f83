import assert from 'node:assert/strict';
import { test } from 'node:test';
import { LiveSignupNotAllowedError } from '../../config/live.ts';
import { NoAccountError } from '../../flows/errors.ts';
import { SignIn, type SignInOptions } from '../../flows/sign-in.ts';
import { SettingsHome } from '../../pageobjects/settings-home.ts';
import type { FakePhoneOptions } from './fake-phone-options.ts';
import { ledger, setUp } from './sign-up-under-test.ts';

const PASSWORD = 'secret';
/** Without pictures. */
const ORDER = ['sms', 'cloud'] as const;

/** A sign-in on a fake phone; `run` walks it from Settings to the account. */
function signInOn(
  phoneOptions: Omit<FakePhoneOptions, 'clock'>,
  options: SignInOptions = {},
  environment: 'live' | 'test' = 'test',
) {
  const { clock, context, events, phone } = setUp(phoneOptions);
  const inEnvironment = { ...context, phone: { ...context.phone, environment } };
  const signIn = new SignIn({ ui: phone, sms: phone }, inEnvironment, options, clock);
  const run = async () => {
    await signIn.openSettings();
    await signIn.until(SettingsHome);
    return signIn.account();
  };
  return { phone, events, run };
}

for (const generation of ['current', 'classic'] as const) {
  test(`the account of the number is taken in the ${generation} app`, async () => {
    const { phone, run } = signInOn({ generation, registered: true, order: ORDER });
    assert.equal((await run()).shown, '6230000535');
    assert.deepEqual(
      phone.log.filter((entry) => entry.startsWith('submit')),
      ['submit settings', 'submit number', 'submit sms', 'submit registered', 'submit cloud'],
    );
  });
}

test('the ledger, which is of sign-ups, hears nothing of a sign-in', async () => {
  const { run } = signInOn({ registered: true, order: ORDER });
  await run();
  assert.deepEqual(await ledger().entries(), []);
});

test('a number without an account ends it before the picture that would make one', async () => {
  const { phone, run } = signInOn({ order: ['sms', 'picture', 'cloud'] });
  await assert.rejects(run(), NoAccountError);
  assert.equal(phone.log.includes('submit picture'), false);
});

test('number and password open the account without a code', async () => {
  const { phone, run } = signInOn({ generation: 'classic', order: ORDER }, { password: PASSWORD });
  await run();
  assert.deepEqual(phone.log, [
    'submit settings',
    'login +12015550123',
    `password ${PASSWORD}`,
    'submit registered',
    'submit cloud',
  ]);
});

test('a password is told as a secret before it is typed', async () => {
  const { events, run } = signInOn({ generation: 'classic', order: ORDER }, { password: PASSWORD });
  await run();
  assert.ok(events.some((event) => event.type === 'secret' && event.value === PASSWORD));
});

test('by SMS a live phone asks the permission of a sign-up', async () => {
  const { run } = signInOn({ registered: true, order: ORDER }, {}, 'live');
  await assert.rejects(run(), LiveSignupNotAllowedError);
});

test('with a password, which makes no account, it asks none', async () => {
  const options = { generation: 'classic', order: ORDER } as const;
  const { run } = signInOn(options, { password: PASSWORD }, 'live');
  assert.equal((await run()).shown, '6230000535');
});
