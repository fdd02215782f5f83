// A phone that is asked through its WebDriver session lists no accounts: the row in Settings tells alone.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { AlreadySignedInError } from '../../device/errors.ts';
import { ServerFailedError } from '../../flows/errors.ts';
import type { FakePhoneOptions } from './fake-phone-options.ts';
import { setUp } from './sign-up-under-test.ts';

function setUpUnlisted(options: Omit<FakePhoneOptions, 'clock'> = {}) {
  const parts = setUp(options);
  Object.assign(parts.phone.bridge, { accounts: () => Promise.resolve(undefined) });
  const secrets = () =>
    parts.events.flatMap((event) => (event.type === 'secret' ? [event.value] : []));
  return { ...parts, secrets };
}

test('an account is created where only its row shows it', async () => {
  const { run, secrets } = setUpUnlisted();
  const { shown, listed } = await run();
  assert.equal(listed, undefined);
  assert.ok(secrets().includes(shown));
});

test('an account in the row ends the sign-up before Mi Account is tapped', async () => {
  const { run, phone, events, secrets } = setUpUnlisted({ account: '6230000535' });
  await assert.rejects(run(), AlreadySignedInError);
  assert.deepEqual(phone.log, []);
  assert.ok(secrets().includes('6230000535'));
  const told = events.flatMap((event) => (event.type === 'account' ? [event.account] : []));
  assert.deepEqual(told, ['signed-in']);
});

test('of a sign-up that failed it is said that only Settings knows of an account', async () => {
  const { run, events } = setUpUnlisted({
    refuse: { screen: 'cloud', text: 'Server error', as: 'toast' },
  });
  await assert.rejects(run(), ServerFailedError);
  const notes = events.flatMap((event) => (event.type === 'note' ? [event.text] : []));
  assert.match(notes.join('\n'), /only Settings tells/);
});
