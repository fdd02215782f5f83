import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  AdbProtocolError,
  checksum,
  Command,
  encodePacket,
  MAX_PAYLOAD_BYTES,
  PacketParser,
  type Packet,
} from '../../../emulator/adbd/packet.ts';
import { cut } from './cut.ts';

const u32 = fc.integer({ min: 0, max: 2 ** 32 - 1 });
const payload = fc.uint8Array({ maxLength: 2000 }).map((bytes) => Buffer.from(bytes));
const packet: fc.Arbitrary<Packet> = fc.record(
  { command: fc.constantFrom(...Object.values(Command)), arg0: u32, arg1: u32, payload },
  { noNullPrototype: true },
);

test('a packet has the layout of protocol.txt', () => {
  const encoded = encodePacket(
    { command: Command.WRTE, arg0: 1, arg1: 2, payload: Buffer.from('hi') },
    true,
  );
  const words = ['57525445', '01000000', '02000000', '02000000', 'd1000000', 'a8adabba'];
  assert.equal(encoded.toString('hex'), words.join('') + '6869');
});

test('packets survive however the stream is cut', () => {
  const cuts = fc.array(fc.nat(300), { minLength: 1 });
  fc.assert(
    fc.property(fc.array(packet, { maxLength: 8 }), cuts, (packets, lengths) => {
      const parser = new PacketParser();
      const wire = Buffer.concat(packets.map((each) => encodePacket(each, true)));
      const parsed = cut(wire, lengths).flatMap((chunk) => [...parser.push(chunk)]);
      assert.deepEqual(
        parsed,
        packets.map((each) => ({ ...each, checksum: checksum(each.payload) })),
      );
    }),
  );
});

test('the checksum is the sum of the bytes', () => {
  assert.equal(checksum(Buffer.alloc(MAX_PAYLOAD_BYTES, 255)), 255 * MAX_PAYLOAD_BYTES);
});

test('a header whose magic does not match is refused', () => {
  const encoded = encodePacket(
    { command: Command.OKAY, arg0: 1, arg1: 2, payload: Buffer.alloc(0) },
    false,
  );
  encoded.writeUInt8(encoded.readUInt8(20) ^ 1, 20);
  assert.throws(() => [...new PacketParser().push(encoded)], AdbProtocolError);
});

test('a payload above the maximum is refused before it arrives', () => {
  const encoded = encodePacket(
    { command: Command.WRTE, arg0: 1, arg1: 2, payload: Buffer.alloc(0) },
    false,
  );
  encoded.writeUInt32LE(MAX_PAYLOAD_BYTES + 1, 12);
  assert.throws(() => [...new PacketParser().push(encoded)], AdbProtocolError);
});
