import assert from 'node:assert/strict';
import { test } from 'node:test';
import { NO_INVENTORY, type Inventory } from '../../../config/inventory.ts';
import { selectionOf } from '../../../config/phone-selection.ts';
import { loadSettings } from '../../../config/settings.ts';
import { numberPhones } from '../../../config/targets/number-phones.ts';
import { PhoneNotAvailableError } from '../../../config/targets/target.ts';
import { deafPhone, readyPhone } from './found-phones.ts';

const A = readyPhone('a');
const B = readyPhone('b');
const NUMBER = '+12015550123';
const WITH_A: Inventory = {
  phones: [{ serial: 'a', sims: [{ slot: 2, number: '+491713920012' }] }],
};

function settings(changes: { phoneNumber?: string; inventory?: Inventory; phoneCount?: number }) {
  return { ...loadSettings({}), inventory: NO_INVENTORY, ...changes };
}

function refusal(number: () => unknown): string {
  try {
    number();
  } catch (error) {
    assert.ok(error instanceof PhoneNotAvailableError, String(error));
    return error.message;
  }
  assert.fail('they were numbered');
}

test('a phone gets its number, its SIM and where its SMS go from the inventory', () => {
  const { numbered } = numberPhones([A], [A], settings({ inventory: WITH_A }));
  assert.deepEqual(numbered, [{ ...A, number: '+491713920012', simSlot: 2, smsSerial: 'a' }]);
});

test('a phone without a number is left out', () => {
  const { numbered, leftOut } = numberPhones([A, B], [A, B], settings({ inventory: WITH_A }));
  assert.equal(numbered.length, 1);
  assert.deepEqual(
    leftOut.map(({ serial, reason }) => [serial, reason]),
    [['b', 'it has no number']],
  );
});

test('a phone that was named needs a number', () => {
  const named = { ...settings({ inventory: WITH_A }), selection: selectionOf('a', 'b') };
  assert.match(
    refusal(() => numberPhones([A, B], [A, B], named)),
    /No number is known for the phone\.\n +phone: b\n/,
  );
});

test('where no phone has a number the error says how to give it', () => {
  assert.match(
    refusal(() => numberPhones([A], [A], settings({}))),
    /Set MI_PHONE_NUMBER.*config\/phones\.json/,
  );
});

test('one number is not that of several phones', () => {
  assert.match(
    refusal(() => numberPhones([A, B], [A, B], settings({ phoneNumber: NUMBER }))),
    /MI_PHONES=a.*MI_PHONE_COUNT=1/,
  );
});

test('one number is that of the one phone that is wanted', () => {
  const one = settings({ phoneNumber: NUMBER, phoneCount: 1 });
  const { numbered } = numberPhones([A, B], [A, B], one);
  assert.equal(numbered[0]?.number, NUMBER);
});

const ELSEWHERE: Inventory = {
  phones: [
    { serial: 'a', sims: [], signUpNumber: NUMBER },
    { serial: 'b', sims: [{ slot: 1, number: NUMBER }] },
  ],
};

test('the SMS may go to another phone that is ready', () => {
  const { numbered } = numberPhones([A], [A, B], settings({ inventory: ELSEWHERE }));
  assert.equal(numbered[0]?.smsSerial, 'b');
});

test('a phone whose SMS go to one that is not ready cannot be used', () => {
  const found = [A, deafPhone('b', 'offline')];
  assert.match(
    refusal(() => numberPhones([A], found, settings({ inventory: ELSEWHERE }))),
    /Phone a cannot be used: its SMS go to phone b, which is offline.*reconnect/s,
  );
});
