import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer, type AddressInfo, type Socket } from 'node:net';
import { afterEach, beforeEach, describe, it } from 'node:test';
import fc from 'fast-check';
import { ManualHarnessClock } from '../../config/clock.ts';
import type { AdbDevice } from '../../device/device-list.ts';
import { DeviceListDecoder, trackDevices } from '../../device/track-devices.ts';

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

describe("phones are tracked over adb's server", { timeout: 10_000 }, () => {
  const ONE = [{ serial: 'a', state: 'device' }];
  const TWO = [...ONE, { serial: 'b', state: 'device' }];
  const listOf = (devices: readonly AdbDevice[]) =>
    encoded(devices.map(({ serial, state }) => `${serial}\t${state}\n`).join(''));
  const { ANDROID_ADB_SERVER_PORT: before } = process.env;
  const server = createServer();
  /** What the server does with one connection after the other. */
  let connections: ((socket: Socket) => void)[];
  let requests: string[];
  let stop: AbortController;

  server.on('connection', (socket) => {
    socket.setEncoding('latin1').on('data', (text: string) => {
      requests.push(text);
      connections.shift()?.(socket);
    });
  });

  beforeEach(async () => {
    connections = [];
    requests = [];
    stop = new AbortController();
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    process.env['ANDROID_ADB_SERVER_PORT'] = String((server.address() as AddressInfo).port);
  });

  afterEach(() => {
    if (before === undefined) delete process.env['ANDROID_ADB_SERVER_PORT'];
    else process.env['ANDROID_ADB_SERVER_PORT'] = before;
    server.close();
  });

  /** @returns the lists until there are so many. */
  async function track(count: number): Promise<(readonly AdbDevice[])[]> {
    const lists: (readonly AdbDevice[])[] = [];
    const { signal } = stop;
    await trackDevices(
      (devices) => {
        lists.push(devices);
        if (lists.length === count) stop.abort();
      },
      { clock: new ManualHarnessClock(), signal },
    );
    return lists;
  }

  it('tells the list, and every later one', async () => {
    connections.push((socket) => {
      socket.write(`OKAY${listOf(ONE)}`);
      socket.write(listOf(TWO));
    });
    assert.deepEqual(await track(2), [ONE, TWO]);
    assert.deepEqual(requests, ['0012host:track-devices']);
  });

  it("asks a server's successor, and takes its end for no change", async () => {
    connections.push(
      (socket) => socket.end(`OKAY${listOf(ONE)}`),
      (socket) => socket.write(`OKAY${listOf(TWO)}`),
    );
    assert.deepEqual(await track(2), [ONE, TWO]);
  });

  it('takes a refusal for no list, and asks again', async () => {
    connections.push(
      (socket) => socket.write(`FAIL${encoded('a\tdevice\n')}`),
      (socket) => socket.write(`OKAY${listOf(TWO)}`),
    );
    assert.deepEqual(await track(1), [TWO]);
  });
});
