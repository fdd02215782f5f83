import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { AdbProtocolError } from '../../../emulator/adbd/packet.ts';
import {
  encodeShellPacket,
  ShellPacketParser,
} from '../../../emulator/adbd/services/shell-protocol.ts';
import { cut } from './cut.ts';

const packet = fc
  .tuple(fc.integer({ min: 0, max: 5 }), fc.uint8Array({ maxLength: 500 }))
  .map(([id, bytes]) => ({ id, data: Buffer.from(bytes) }));

test('shell packets survive however the stream is cut', () => {
  const cuts = fc.array(fc.nat(100), { minLength: 1 });
  fc.assert(
    fc.property(fc.array(packet, { maxLength: 8 }), cuts, (packets, lengths) => {
      const parser = new ShellPacketParser();
      const wire = Buffer.concat(packets.map(encodeShellPacket));
      const parsed = cut(wire, lengths).flatMap((chunk) => [...parser.push(chunk)]);
      assert.deepEqual(parsed, packets);
    }),
  );
});

test('a length that no client sends is refused', () => {
  const head = Buffer.from([0, 0xff, 0xff, 0xff, 0xff]);
  assert.throws(() => [...new ShellPacketParser().push(head)], AdbProtocolError);
});
