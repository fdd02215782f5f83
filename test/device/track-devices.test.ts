import assert from 'node:assert/strict';
import { it } from 'node:test';
import fc from 'fast-check';
import { DeviceListDecoder } from '../../device/track-devices.ts';

const encoded = (list: string) => list.length.toString(16).padStart(4, '0') + list;
const PHONES = [
  { serial: 'emulator-5554', state: 'device' },
  { serial: '8f3a2b1c', state: 'unauthorized' },
];
const LISTS = [PHONES, [], PHONES.slice(1)];

it('the lists of adb track-devices are put together again, however they are cut', () => {
  const text = LISTS.map((list) =>
    encoded(list.map(({ serial, state }) => `${serial}\t${state}\n`).join('')),
  ).join('');
  fc.assert(
    fc.property(fc.array(fc.nat({ max: 30 })), (lengths) => {
      const decoder = new DeviceListDecoder();
      let at = 0;
      const lists = [...lengths, text.length].flatMap((length) => {
        const piece = text.slice(at, at + length);
        at += length;
        return decoder.push(piece);
      });
      assert.deepEqual(lists, LISTS);
    }),
  );
});

it("a message of adb's own is passed over", () => {
  const decoder = new DeviceListDecoder();
  assert.deepEqual(decoder.push('* daemon started successfully *\n'), []);
  assert.deepEqual(decoder.push(encoded('a\tdevice\n')), [[{ serial: 'a', state: 'device' }]]);
});
