import assert from 'node:assert/strict';
import net, { type AddressInfo } from 'node:net';
import { after, before, test } from 'node:test';
import { setImmediate } from 'node:timers/promises';
import { PhoneStoppedError, XiaomiPhone, type XiaomiPhoneOptions } from '../../emulator/phone.ts';
import { defaultProfile } from '../../emulator/profiles/index.ts';
import { parseLatency } from '../../emulator/service/latency.ts';

/** Answers every connection as a web server would. */
const stranger = net.createServer((socket) => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n'));
let options: XiaomiPhoneOptions;

before(async () => {
  await new Promise<void>((resolve) => stranger.listen(0, '127.0.0.1', resolve));
  options = {
    profile: defaultProfile,
    phoneNumber: '+12015550123',
    latency: parseLatency('0'),
    faults: [],
    pictureCode: 'never',
    secure: false,
    adbServerPort: (stranger.address() as AddressInfo).port,
    log: () => {},
  };
});
after(() => stranger.close());

/** How many servers this process runs, once those that were closed are gone. */
async function serverCount(): Promise<number> {
  for (let turn = 0; turn < 3; turn++) await setImmediate();
  return process.getActiveResourcesInfo().filter((kind) => kind === 'TCPServerWrap').length;
}

test('a phone beside an adb server that is none starts, and tells that it is not listed', async () => {
  const phone = new XiaomiPhone(options);
  await phone.start();
  await phone.stop();
  assert.equal(phone.listedByAdb, false);
});

test('a phone that is stopped while its ports are being taken leaves nothing behind', async () => {
  const before = await serverCount();
  const phone = new XiaomiPhone(options);
  const started = assert.rejects(phone.start(), PhoneStoppedError);
  await phone.stop();
  await started;
  assert.equal(await serverCount(), before);
});

test('a phone that is stopped while it boots says so', async () => {
  const phone = new XiaomiPhone(options);
  const started = assert.rejects(phone.start(), PhoneStoppedError);
  await setImmediate();
  await phone.stop();
  await started;
});

test('a boot that fails is told to whoever started the phone, and leaves nothing behind', async () => {
  const before = await serverCount();
  const profile = { ...defaultProfile, timeZone: 'Nowhere/Nowhere' };
  await assert.rejects(new XiaomiPhone({ ...options, profile }).start(), /Nowhere/);
  assert.equal(await serverCount(), before);
});
