import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Inventory } from '../../../config/inventory.ts';
import { loadSettings } from '../../../config/settings.ts';
import { numberFor, settingsOfPhone } from '../../../config/targets/phones-of-run.ts';

const INVENTORY: Inventory = {
  phones: [
    {
      serial: 'a',
      sims: [
        { slot: 1, number: '+491713920012' },
        { slot: 2, number: '+491713920013' },
      ],
    },
    { serial: 'b', sims: [{ slot: 2, number: '+46701740605' }], signUpNumber: '+491713920012' },
    { serial: 'c', sims: [] },
  ],
};

function numberOf(serial: string, env: Record<string, string> = {}) {
  return numberFor({ ...loadSettings(env), inventory: INVENTORY }, serial);
}

test('a phone signs up with the first number of its SIM cards that no other phone signs up with', () => {
  assert.deepEqual(numberOf('a'), { number: '+491713920013', simSlot: 2, smsSerial: 'a' });
});

test('the SMS of a number arrives at the phone that has its SIM card', () => {
  assert.deepEqual(numberOf('b'), { number: '+491713920012', simSlot: 1, smsSerial: 'a' });
});

test('a phone without a number has none', () => {
  assert.equal(numberOf('c'), undefined);
  assert.equal(numberOf('unknown'), undefined);
});

test('MI_PHONE_NUMBER and MI_SIM_SLOT go before the inventory', () => {
  assert.deepEqual(numberOf('b', { MI_PHONE_NUMBER: '+46701740605', MI_SIM_SLOT: '3' }), {
    number: '+46701740605',
    simSlot: 3,
    smsSerial: 'b',
  });
});

test('the settings of a phone have its number, its SIM, its profile and its language alone', () => {
  const { phoneNumber, sms, emulator } = settingsOfPhone(
    loadSettings({ MI_EMULATOR_PROFILE: 'xiaomi-13,redmi-7a', MI_EMULATOR_LANGUAGE: 'en,ru' }),
    { number: '+12015550124', simSlot: 2, profile: 'redmi-7a', language: 'ru' },
  );
  assert.deepEqual(
    [phoneNumber, sms.simSlot, emulator.profiles, emulator.languages],
    ['+12015550124', 2, ['redmi-7a'], ['ru']],
  );
});
