import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { fourCc, Struct } from '../../../emulator/adbd/struct.ts';

const EXAMPLE = new Struct({ a: 'u8', b: 'u32', c: 'u64', d: 'i64' });
const u32 = fc.integer({ min: 0, max: 2 ** 32 - 1 });

test('fields stand one after another, little-endian and without padding', () => {
  const encoded = EXAMPLE.encode({ a: 1, b: 0x01020304, c: 5, d: -1 });
  assert.equal(
    encoded.toString('hex'),
    '01' + '04030201' + '0500000000000000' + 'ffffffffffffffff',
  );
});

test('what was encoded is decoded', () => {
  const values = fc.record(
    {
      a: fc.integer({ min: 0, max: 255 }),
      b: u32,
      c: fc.maxSafeNat(),
      d: fc.maxSafeInteger(),
    },
    { noNullPrototype: true },
  );
  fc.assert(
    fc.property(values, (fields) => {
      assert.deepEqual(EXAMPLE.decode(EXAMPLE.encode(fields)), fields);
    }),
  );
});

test('a name of four characters is the number that stands for it on the wire', () => {
  assert.equal(fourCc('CNXN'), 0x4e584e43);
});
