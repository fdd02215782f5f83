import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { describe, it } from 'node:test';
import { findPortPairs, FIRST_PORT, isPortFree } from '../../../device/leases/ports.ts';

const everyPortIsFree = async (): Promise<boolean> => true;

describe('ports of leases', () => {
  it('are different pairs', async () => {
    assert.deepEqual(await findPortPairs(2, new Set(), everyPortIsFree, 0), [
      { system: FIRST_PORT, mjpeg: FIRST_PORT + 1 },
      { system: FIRST_PORT + 2, mjpeg: FIRST_PORT + 3 },
    ]);
  });

  it('are none of which one has an owner', async () => {
    const [pair] = await findPortPairs(1, new Set([FIRST_PORT + 1]), everyPortIsFree, 0);
    assert.equal(pair?.system, FIRST_PORT + 2);
  });

  it('are none of which one is in use', async () => {
    const isFree = async (port: number): Promise<boolean> => port !== FIRST_PORT + 1;
    const [pair] = await findPortPairs(1, new Set(), isFree, 0);
    assert.equal(pair?.system, FIRST_PORT + 2);
  });

  it('are found from any place on, round and round', async () => {
    const [, second] = await findPortPairs(2, new Set(), everyPortIsFree, 9_999);
    assert.equal(second?.system, FIRST_PORT);
  });

  it('are said to run out', async () => {
    await assert.rejects(
      findPortPairs(1, new Set(), async () => false, 0),
      /free pairs of ports/,
    );
  });
});

describe('a port', () => {
  it('is not free while somebody listens there', async () => {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    const during = await isPortFree(port);
    server.close();
    await once(server, 'close');
    assert.deepEqual([during, await isPortFree(port)], [false, true]);
  });
});
