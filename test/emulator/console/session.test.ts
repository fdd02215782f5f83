import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ConsoleSession } from '../../../emulator/console/session.ts';
import { stubDevice } from './stub-device.ts';

const UNKNOWN = "KO: unknown command, try 'help'\r\n";

function session({ token = '', device = stubDevice() } = {}) {
  return new ConsoleSession(device, token, '/home/me/.emulator_console_auth_token');
}

for (const [line, answer] of [
  ['ping', 'I am alive!\r\nOK\r\n'],
  ['avd name', 'redmi-note-13-pro-5g\r\nOK\r\n'],
  ['avd status', 'virtual device is running\r\nOK\r\n'],
  ['avd', 'KO: missing or bad sub-command of avd, known: name, status\r\n'],
  ['sms', 'KO: missing or bad sub-command of sms, known: send\r\n'],
  ['sms send', "KO: missing argument, try 'sms send <phonenumber> <text message>'\r\n"],
  ['sms send 12345', "KO: missing argument, try 'sms send <phonenumber> <text message>'\r\n"],
  ['sms send Xiaomi hi', 'KO: bad phone number format, must be [+](0-9)*\r\n'],
  ['power display', 'AC: online\r\nstatus: Charging\r\ncapacity: 84\r\nOK\r\n'],
  ['power capacity 101', 'KO: Usage: "capacity <percentage>"\r\n'],
  ['power ac maybe', 'KO: Usage: "ac on" or "ac off"\r\n'],
  ['gsm', 'KO: missing or bad sub-command of gsm, known: call, accept, cancel, list\r\n'],
  ['gsm call me', 'KO: bad phone number format, use digits only\r\n'],
  ['gsm cancel 10086', 'KO: could not cancel a call from 10086\r\n'],
  ['gsm list', 'OK\r\n'],
  ['geo fix 1 2', UNKNOWN],
  ['', ''],
] as const) {
  test(`'${line}' is answered`, async () => {
    assert.equal(await session().answer(line), answer);
  });
}

test('the battery can be set', async () => {
  const device = stubDevice();
  const console = session({ device });
  await console.answer('power capacity 7');
  await console.answer('power ac off');
  assert.deepEqual([device.battery.levelPercent, device.battery.charging], [7, false]);
});

test('a call rings, is accepted and ends', async () => {
  const console = session();
  await console.answer('gsm call 10086');
  const ringing = await console.answer('gsm list');
  await console.answer('gsm accept 10086');
  const active = await console.answer('gsm list');
  await console.answer('gsm cancel 10086');
  assert.deepEqual(
    [ringing, active, await console.answer('gsm list')],
    ['inbound from 10086 : incoming\r\nOK\r\n', 'inbound from 10086 : active\r\nOK\r\n', 'OK\r\n'],
  );
});

test('kill says good-bye and then kills', async () => {
  const device = stubDevice();
  const console = session({ device });
  assert.equal(await console.answer('kill'), 'OK: killing emulator, bye bye\r\n');
  assert.ok(console.ended);
  await device.killed;
});

test('before auth, kill is not known', async () => {
  assert.equal(await session({ token: 'secret' }).answer('kill'), UNKNOWN);
});

test('a wrong token is told so', async () => {
  assert.match(await session({ token: 'secret' }).answer('auth guess'), /^KO: .*does not match/);
});

test('before auth, help lists only what may be used', async () => {
  const help = await session({ token: 'secret' }).answer('help');
  assert.deepEqual(
    [...help.matchAll(/^ {4}(\S+)/gm)].map(([, name]) => name),
    ['help', 'auth', 'quit|exit', 'ping', 'avd'],
  );
});

test('after auth, help lists everything', async () => {
  const console = session({ token: 'secret' });
  await console.answer('auth secret');
  assert.deepEqual(
    [...(await console.answer('help')).matchAll(/^ {4}(\S+)/gm)].map(([, name]) => name),
    ['help', 'auth', 'kill', 'quit|exit', 'ping', 'avd', 'sms', 'gsm', 'power'],
  );
});

for (const line of ['quit', 'exit']) {
  test(`${line} ends the session`, async () => {
    const console = session();
    await console.answer(line);
    assert.ok(console.ended);
  });
}
