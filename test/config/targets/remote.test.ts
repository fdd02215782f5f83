import assert from 'node:assert/strict';
import { test } from 'node:test';
import { RealHarnessClock } from '../../../config/clock.ts';
import { loadSettings } from '../../../config/settings.ts';
import { remoteTarget } from '../../../config/targets/remote.ts';
import type { FoundPhone } from '../../../config/found-phone.ts';
import { PhoneNotAvailableError } from '../../../config/targets/target.ts';
import { readyPhone } from './found-phones.ts';

const HERE = readyPhone('8e3f21');

/** Opens the target where adb lists this, and the remote server has the phones asked for, or `chosen`. */
async function open(listed: readonly FoundPhone[], env: Record<string, string> = {}) {
  const asked: (string | undefined)[] = [];
  const settings = loadSettings({
    MI_TARGET: 'remote',
    MI_APPIUM_URL: 'http://192.0.2.7:4723',
    MI_PHONE_NUMBER: '+12015550123',
    ...env,
  });
  const { phones } = await remoteTarget.open({
    settings,
    listPhones: () => Promise.resolve([...listed]),
    findPhones: () => Promise.resolve([...listed]),
    askRemote: (serial) => {
      asked.push(serial);
      return Promise.resolve(serial ?? 'chosen');
    },
    clock: new RealHarnessClock(),
    signal: new AbortController().signal,
    onOutput: () => undefined,
  });
  return { asked, phones: phones.map(({ serial, withoutAdb }) => ({ serial, withoutAdb })) };
}

test('a phone that adb lists is asked over adb', async () => {
  for (const env of [undefined, { MI_PHONES: HERE.serial }]) {
    const { asked, phones } = await open([HERE], env);
    assert.deepEqual([asked, phones.map(({ withoutAdb }) => withoutAdb)], [[], [undefined]]);
  }
});

test('a phone that adb lists and that is not ready is an error all the same', async () => {
  const opening = open([{ ...HERE, state: 'unauthorized', facts: undefined }]);
  await assert.rejects(opening, PhoneNotAvailableError);
});

test('with nothing listed the server chooses', async () => {
  const { asked, phones } = await open([]);
  assert.deepEqual(asked, [undefined]);
  assert.deepEqual(phones, [{ serial: 'chosen', withoutAdb: true }]);
});

test('phones that adb does not list are asked of the server by name, whatever else adb lists', async () => {
  const env = { MI_PHONES: 'far1,far2,far3', MI_PHONE_COUNT: '2', MI_PHONE_NUMBER: '' };
  const opening = open([HERE], env);
  // Several phones have their numbers in the inventory.
  await assert.rejects(opening, /far1.*No number|No number.*far1/s);
  const { asked } = await open([HERE], { MI_PHONES: 'far1' });
  assert.deepEqual(asked, ['far1']);
});

test('conditions need adb', async () => {
  await assert.rejects(open([], { MI_PHONES: 'android>=12' }), /MI_CAPABILITIES/);
});
