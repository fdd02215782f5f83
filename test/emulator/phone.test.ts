import assert from 'node:assert/strict';
import net, { type AddressInfo } from 'node:net';
import { after, afterEach, before, beforeEach, test } from 'node:test';
import { setImmediate } from 'node:timers/promises';
import { PortTakenError } from '../../emulator/adbd/port-pair.ts';
import { PhoneFleet, PhoneStartError } from '../../emulator/fleet.ts';
import { NumberTakenError } from '../../emulator/mobile-network.ts';
import { PhoneStoppedError, type XiaomiPhoneOptions } from '../../emulator/phone.ts';
import { defaultProfile } from '../../emulator/profiles/index.ts';

/** Answers every connection as a web server would. */
const stranger = net.createServer((socket) => {
  // A phone that is stopped while it waits for an answer resets the connection.
  socket.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'ECONNRESET' && error.code !== 'EPIPE') throw error;
  });
  socket.end('HTTP/1.1 400 Bad Request\r\n\r\n');
});
before(() => new Promise<void>((resolve) => stranger.listen(0, '127.0.0.1', resolve)));
after(() => stranger.close());

let serversBefore: number;
let fleet: PhoneFleet;
beforeEach(async () => {
  serversBefore = await serverCount();
  const adbServerPort = (stranger.address() as AddressInfo).port;
  fleet = new PhoneFleet({ service: {}, adbServerPort, log: () => {} });
});
afterEach(() => fleet.stop());

const aPhone: XiaomiPhoneOptions = {
  profile: defaultProfile,
  phoneNumber: '+12015550123',
};
const phones = (count: number): XiaomiPhoneOptions[] =>
  Array.from({ length: count }, (_, index) => ({
    ...aPhone,
    phoneNumber: `+1201555010${index}`,
  }));
/** A phone that does not boot. */
const broken: XiaomiPhoneOptions = {
  ...aPhone,
  profile: { ...defaultProfile, timeZone: 'Nowhere/Nowhere' },
};

/** How many servers this process runs, once those that were closed are gone. */
async function serverCount(): Promise<number> {
  for (let turn = 0; turn < 3; turn++) await setImmediate();
  return process.getActiveResourcesInfo().filter((kind) => kind === 'TCPServerWrap').length;
}

async function isOpen(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = net.connect(port, '127.0.0.1');
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
}

test('a phone beside an adb server that is none starts, and tells that it is not listed', async () => {
  const { phone } = await fleet.start(aPhone);
  assert.equal(phone.listedByAdb, false);
});

test('a fleet that is stopped while a phone opens its ports leaves nothing behind', async () => {
  const started = assert.rejects(fleet.start(aPhone), PhoneStoppedError);
  await fleet.stop();
  await started;
  assert.equal(await serverCount(), serversBefore);
});

test('a fleet that is stopped while a phone boots leaves nothing behind', async () => {
  const started = assert.rejects(fleet.start(aPhone), PhoneStoppedError);
  for (let turn = 0; turn < 5; turn++) await setImmediate();
  await fleet.stop();
  await started;
  assert.equal(await serverCount(), serversBefore);
});

test('a stopped fleet starts no phone', async () => {
  await fleet.stop();
  await assert.rejects(fleet.start(aPhone), PhoneStoppedError);
});

test('a boot that fails is told to whoever started the phone, and leaves nothing behind', async () => {
  await assert.rejects(fleet.start(broken), /Nowhere/);
  assert.deepEqual(fleet.phones, []);
  await fleet.stop();
  assert.equal(await serverCount(), serversBefore);
});

test('phones get their ports in their order', async () => {
  const started = await fleet.startAll(phones(3));
  const ports = started.map(({ info }) => info.consolePort);
  assert.deepEqual(ports, [...ports].sort());
});

test('phones share one account service', async () => {
  const started = await fleet.startAll(phones(3));
  assert.equal(new Set(started.map(({ info }) => info.service.url)).size, 1);
});

test('a phone that cannot have its port is told, and the others go on', async () => {
  const { phone, info } = await fleet.start(aPhone);
  const second = { ...aPhone, phoneNumber: '+12015550124', consolePort: info.consolePort };
  await assert.rejects(fleet.start(second), PortTakenError);
  assert.deepEqual(fleet.phones, [phone]);
  assert.ok(await isOpen(info.adbPort));
});

test('a number that a phone has is refused to the next, and free again when it is off', async () => {
  const { phone } = await fleet.start(aPhone);
  await assert.rejects(fleet.start(aPhone), NumberTakenError);
  await phone.stop();
  await fleet.start(aPhone);
});

test('of several phones none runs if one cannot start, which is named', async () => {
  const { phone } = await fleet.start(aPhone);
  const [first, second] = phones(2);
  assert.ok(first && second);
  await assert.rejects(
    fleet.startAll([first, { ...broken, phoneNumber: '+12015550109' }, second]),
    (error) =>
      error instanceof PhoneStartError &&
      error.message.startsWith('phone 2 of 3 (redmi-note-13-pro-5g, +12015550109)') &&
      error.cause.message.includes('Nowhere'),
  );
  assert.deepEqual(fleet.phones, [phone]);
});

test('a phone that is stopped while several start is none that failed', async () => {
  const starting = fleet.startAll(phones(3));
  const [, second] = fleet.phones;
  await second?.stop();
  const started = await starting;
  assert.deepEqual(
    started.map(({ info }) => info.number),
    ['+12015550100', '+12015550102'],
  );
});

test('phones end in any order, and all have stopped when the last has', async () => {
  const started = await fleet.startAll(phones(3));
  let ended = false;
  const all = fleet.allStopped().then(() => (ended = true));
  for (const index of [1, 0]) await started[index]?.phone.stop();
  await setImmediate();
  assert.equal(ended, false);
  await started[2]?.phone.stop();
  await all;
});
