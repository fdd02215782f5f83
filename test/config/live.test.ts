import assert from 'node:assert/strict';
import { test } from 'node:test';
import { NO_INVENTORY, type Inventory } from '../../config/inventory.ts';
import {
  assertMaySignUp,
  assertOcrAllowed,
  liveNotice,
  LiveSignupNotAllowedError,
  NumberNotGivenError,
  OcrRefusedError,
  phoneEnvironment,
} from '../../config/live.ts';
import { EVERY_PHONE } from '../../config/phone-selection.ts';

const serial = 'emulator-5554';

test('a phone that this run started is a test phone, whatever is declared', () => {
  assert.equal(phoneEnvironment(true, { environment: 'live' }), 'test');
});

test('any other phone is what was declared', () => {
  assert.equal(phoneEnvironment(false, { environment: 'live' }), 'live');
  assert.equal(phoneEnvironment(false, { environment: 'staging' }), 'staging');
});

const NUMBER = '+12015550123';
const OTHER_NUMBER = '+491713920012';
/** The number was given for the phone. */
const GIVEN = {
  allowLiveSignup: true,
  phoneNumber: NUMBER,
  selection: { serials: [serial], conditions: [] },
  inventory: NO_INVENTORY,
};

function inventoryOf(...numbers: string[]): Inventory {
  const sims = numbers.map((number, index) => ({ slot: index + 1, number }));
  return { phones: [{ serial, sims }] };
}

test('a sign-up on a test phone needs no permission', () => {
  const settings = { ...GIVEN, allowLiveSignup: false, selection: EVERY_PHONE };
  assertMaySignUp({ serial, environment: 'test' }, settings);
});

for (const environment of ['live', 'staging'] as const) {
  test(`a sign-up on a ${environment} phone is refused, and the remedy names the switch`, () => {
    assert.throws(
      () => assertMaySignUp({ serial, environment }, { ...GIVEN, allowLiveSignup: false }),
      (error: unknown) =>
        error instanceof LiveSignupNotAllowedError &&
        error.type === 'LiveSignupNotAllowedError' &&
        error.message.includes(serial) &&
        error.message.includes('MI_ALLOW_LIVE_SIGNUP=yes'),
    );
  });

  test(`a sign-up on a ${environment} phone is allowed by the switch`, () => {
    assertMaySignUp({ serial, environment }, GIVEN);
  });
}

test('a number that happens to be set is not used up on whatever live phone is there', () => {
  const settings = { ...GIVEN, selection: EVERY_PHONE };
  assert.throws(
    () => assertMaySignUp({ serial, environment: 'live' }, settings),
    (error: unknown) =>
      error instanceof NumberNotGivenError &&
      error.message.includes(`MI_PHONES=${serial}`) &&
      !error.message.includes('5550123'),
  );
});

test('one number is not for two phones', () => {
  const selection = { serials: [serial, 'another'], conditions: [] };
  assert.throws(
    () => assertMaySignUp({ serial, environment: 'live' }, { ...GIVEN, selection }),
    NumberNotGivenError,
  );
});

test('a number in the inventory is given for its phone', () => {
  const settings = { ...GIVEN, selection: EVERY_PHONE, inventory: inventoryOf(NUMBER) };
  assertMaySignUp({ serial, environment: 'live' }, settings);
  assertMaySignUp({ serial, environment: 'live' }, { ...settings, phoneNumber: undefined });
});

test('a number that is set is not that of the inventory', () => {
  const settings = { ...GIVEN, selection: EVERY_PHONE, inventory: inventoryOf(OTHER_NUMBER) };
  assert.throws(
    () => assertMaySignUp({ serial, environment: 'live' }, settings),
    NumberNotGivenError,
  );
});

test('on a staging phone any number will do', () => {
  const settings = { ...GIVEN, selection: EVERY_PHONE };
  assertMaySignUp({ serial, environment: 'staging' }, settings);
});

test('what a live run is about to do is said with phone and service, and the end of the number', () => {
  const notice = liveNotice({ serial, model: 'Redmi 7A' }, NUMBER);
  assert.match(notice, /live service.*…123 .*emulator-5554, Redmi 7A,/);
  assert.doesNotMatch(notice, /5550123/);
});

test('a machine does not answer a picture code on the live service', () => {
  assert.throws(() => assertOcrAllowed('live'), OcrRefusedError);
});

test('a machine may answer one on a test service', () => {
  assertOcrAllowed('test');
  assertOcrAllowed('staging');
});
