import assert from 'node:assert/strict';
import net, { type AddressInfo } from 'node:net';
import { afterEach, beforeEach, test } from 'node:test';
import { AdbServerLink } from '../../../emulator/adbd/server-link.ts';
import { AdbServer } from '../../../emulator/adbd/start-server.ts';
import { ManualClock } from '../../../emulator/android/clock.ts';

const ADB_PORT = 5555;
const TIMEOUT_MS = 1000;

/** Lists the phone in one state, and keeps the connection. */
let adbServer: net.Server;
let state: string;
let link: AdbServerLink;
const clock = new ManualClock();

beforeEach(async () => {
  adbServer = net.createServer((socket) => {
    const list = `emulator-5554\t${state}\n`;
    socket.once('data', () => {
      socket.write(`OKAY${list.length.toString(16).padStart(4, '0')}${list}`);
    });
    socket.on('error', () => undefined);
  });
  await new Promise<void>((resolve) => adbServer.listen(0, '127.0.0.1', resolve));
});
afterEach(async () => {
  await link.stop();
  await new Promise((resolve) => adbServer.close(resolve));
});

function follow(letsIn: boolean, listedAs: string, connected = true): Promise<boolean> {
  state = listedAs;
  const log = () => undefined;
  const server = new AdbServer((adbServer.address() as AddressInfo).port, log);
  link = new AdbServerLink({
    adbPort: ADB_PORT,
    server,
    letsIn: () => letsIn,
    isConnected: () => connected,
    clock,
    log,
  });
  link.start();
  return link.online(TIMEOUT_MS);
}

/** Another connection's answer: by then the one before it has been answered, too. */
function roundTrip(): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket = net.connect((adbServer.address() as AddressInfo).port, '127.0.0.1');
    socket.on('error', reject);
    socket.once('data', () => socket.destroy());
    socket.once('close', () => resolve());
    socket.write('hello');
  });
}

for (const [letsIn, listedAs] of [
  [true, 'device'],
  [false, 'offline'],
  [false, 'unauthorized'],
] as const) {
  const who = letsIn ? 'computers in' : 'no computer in';
  test(`a phone that lets ${who} is listed as it should be when it is ${listedAs}`, async () => {
    assert.equal(await follow(letsIn, listedAs), true);
  });
}

for (const listedAs of ['offline', 'unauthorized', 'authorizing']) {
  test(`a phone that lets computers in is waited for while it is ${listedAs}`, async () => {
    const online = follow(true, listedAs);
    await roundTrip();
    clock.advance(TIMEOUT_MS);
    assert.equal(await online, false);
  });
}

test('a phone that no server is connected to is not the one that is listed', async () => {
  const online = follow(true, 'device', false);
  await roundTrip();
  clock.advance(TIMEOUT_MS);
  assert.equal(await online, false);
});
