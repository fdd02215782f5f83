import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadSettings } from '../../../config/settings.ts';
import { settingsOfPhones } from '../../../config/targets/phones-of-run.ts';

function phonesOf(env: Record<string, string>) {
  return settingsOfPhones(loadSettings(env)).map(({ emulator }) => emulator);
}

test('each profile is a phone of its own', () => {
  const phones = phonesOf({ MI_EMULATOR_PROFILE: 'xiaomi-13,redmi-7a' });
  assert.deepEqual(
    phones.map(({ profiles }) => profiles),
    [['xiaomi-13'], ['redmi-7a']],
  );
});

test('the phones have consecutive pairs of ports from the one that is set', () => {
  const phones = phonesOf({ MI_EMULATOR_PROFILE: 'xiaomi-13,redmi-7a', MI_EMULATOR_PORT: '5600' });
  assert.deepEqual(
    phones.map(({ port }) => port),
    [5600, 5602],
  );
});

test('without a port the phones choose their own', () => {
  const phones = phonesOf({ MI_EMULATOR_PROFILE: 'xiaomi-13,redmi-7a' });
  assert.deepEqual(
    phones.map(({ port }) => port),
    [undefined, undefined],
  );
});

test('without a profile there is one phone', () => {
  assert.deepEqual(
    phonesOf({}).map(({ profiles }) => profiles),
    [[]],
  );
});

test('a connected phone is one, whatever is set for emulated ones', () => {
  const env = {
    MI_TARGET: 'devices',
    MI_PHONE_NUMBER: '+491713920012',
    MI_EMULATOR_PROFILE: 'xiaomi-13,redmi-7a',
  };
  assert.equal(phonesOf(env).length, 1);
});
