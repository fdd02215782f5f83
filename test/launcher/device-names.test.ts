import assert from 'node:assert/strict';
import { test } from 'node:test';
import { NO_INVENTORY } from '../../config/inventory.ts';
import { deviceNames } from '../../launcher/device-names.ts';

const MODEL = 'Redmi 7A (M1903C3EC)';

function namesOf(
  serials: readonly string[],
  { locale, kept = [] }: { readonly locale?: string; readonly kept?: readonly string[] } = {},
): string[] {
  const phones = serials.map((serial) => ({ serial, model: MODEL, locale }));
  const inventory = { phones: kept.map((serial) => ({ serial, sims: [] })) };
  return deviceNames(phones, { distribution: 'every', inventory });
}

test('phones of one model are numbered, by their serials', () => {
  const names = namesOf(['emulator-10000', 'emulator-5554', 'emulator-9998']);
  assert.deepEqual(names, [`${MODEL} (3)`, MODEL, `${MODEL} (2)`]);
});

test('a phone that somebody keeps has its serial in its name', () => {
  assert.deepEqual(namesOf(['a1', 'b2'], { kept: ['b2'] }), [MODEL, `${MODEL}, b2`]);
});

test('a phone that tells its language has it in its name', () => {
  assert.deepEqual(namesOf(['a'], { locale: 'en-US' }), [`${MODEL}, en`]);
});

test('Chinese has its country, which tells the script', () => {
  assert.deepEqual(namesOf(['a'], { locale: 'zh_TW' }), [`${MODEL}, zh-TW`]);
});

test('where a spec may run on any phone its history is one', () => {
  const phones = ['a', 'b'].map((serial) => ({ serial, model: MODEL }));
  const names = deviceNames(phones, { distribution: 'share', inventory: NO_INVENTORY });
  assert.equal(new Set(names).size, 1);
});
