import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { CleanUps } from '../../config/run-context.ts';
import { PhoneNumberPage } from '../../pageobjects/phone-number-page.ts';
import { SettingsHome } from '../../pageobjects/settings-home.ts';
import { setUp } from './sign-up-under-test.ts';

/** A sign-up whose phone outlives the test, and what is to be done when that has ended. */
function setUpWithCleanUps(env: Record<string, string> = {}) {
  const cleanUps: Parameters<CleanUps['add']>[0][] = [];
  const parts = setUp({}, env);
  parts.context.cleanUps = { add: (task) => void cleanUps.push(task) };
  return { ...parts, cleanUps };
}

test('an account that a test made is signed out when the test has ended', async () => {
  const { cleanUps, run } = setUpWithCleanUps();
  await run();
  assert.equal(cleanUps.length, 1);
});

test('so is one that may have been made when the test failed', async () => {
  const { cleanUps, context, signUp } = setUpWithCleanUps();
  context.observer.screenReady = (step) =>
    step.name === 'sms-code' ? Promise.reject(new Error('failed')) : Promise.resolve();
  await signUp.openSettings();
  await assert.rejects(signUp.until(SettingsHome));
  assert.equal(cleanUps.length, 1);
});

test('before a number is submitted there is nothing to undo', async () => {
  const { cleanUps, signUp } = setUpWithCleanUps();
  await signUp.openSettings();
  await signUp.until(PhoneNumberPage);
  assert.deepEqual(cleanUps, []);
});

test('an account that is wanted stays', async () => {
  const { cleanUps, run } = setUpWithCleanUps({ MI_AFTER_SIGN_UP: 'stay' });
  await run();
  assert.deepEqual(cleanUps, []);
});
