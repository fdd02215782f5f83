import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  assertMaySignUp,
  assertOcrAllowed,
  LiveSignupNotAllowedError,
  OcrRefusedError,
  phoneEnvironment,
} from '../../config/live.ts';

const serial = 'emulator-5554';

test('a phone that this run started is a test phone, whatever is declared', () => {
  assert.equal(phoneEnvironment(true, { environment: 'live' }), 'test');
});

test('any other phone is what was declared', () => {
  assert.equal(phoneEnvironment(false, { environment: 'live' }), 'live');
  assert.equal(phoneEnvironment(false, { environment: 'staging' }), 'staging');
});

test('a sign-up on a test phone needs no permission', () => {
  assertMaySignUp({ serial, environment: 'test' }, { allowLiveSignup: false });
});

for (const environment of ['live', 'staging'] as const) {
  test(`a sign-up on a ${environment} phone is refused, and the remedy names the switch`, () => {
    assert.throws(
      () => assertMaySignUp({ serial, environment }, { allowLiveSignup: false }),
      (error: unknown) =>
        error instanceof LiveSignupNotAllowedError &&
        error.type === 'LiveSignupNotAllowedError' &&
        error.message.includes(serial) &&
        error.message.includes('MI_ALLOW_LIVE_SIGNUP=yes'),
    );
  });

  test(`a sign-up on a ${environment} phone is allowed by the switch`, () => {
    assertMaySignUp({ serial, environment }, { allowLiveSignup: true });
  });
}

test('a machine does not answer a picture code on the live service', () => {
  assert.throws(() => assertOcrAllowed('live'), OcrRefusedError);
});

test('a machine may answer one on a test service', () => {
  assertOcrAllowed('test');
  assertOcrAllowed('staging');
});
