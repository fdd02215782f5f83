import assert from 'node:assert/strict';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import net from 'node:net';
import { createInterface } from 'node:readline';
import { text } from 'node:stream/consumers';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { StockAdb } from './adbd/stock-adb.ts';
import { freePorts } from './free-ports.ts';

const EXECUTABLE = fileURLToPath(new URL('../../emulator/bin/xiaomi-phone.mjs', import.meta.url));
const COUNT = 8;

interface Phone {
  readonly serial: string;
  readonly number: string;
  readonly consolePort: number;
  readonly service: { readonly url: string };
}

let adb: StockAdb;
let fleet: ChildProcess;
let phones: Phone[];

before(async () => {
  adb = await StockAdb.start();
  // Where an adb server does not find them by itself.
  const port = await freePorts(2 * COUNT);
  fleet = start(
    ...['--count', String(COUNT), '--port', String(port)],
    ...['--picture-code', 'never', '--latency', '0'],
  );
  phones = await ready(fleet);
});
after(async () => {
  fleet.kill('SIGKILL');
  await adb.stop();
});

function start(...options: readonly string[]): ChildProcess {
  const args = [EXECUTABLE, 'start', '--json', ...options];
  return spawn(process.execPath, args, { env: adb.env, stdio: ['ignore', 'pipe', 'pipe'] });
}

/** What the process says of its phones, in the order of their numbers. */
async function ready({ stdout }: ChildProcess): Promise<Phone[]> {
  assert.ok(stdout);
  const found: Phone[] = [];
  for await (const line of createInterface({ input: stdout })) {
    found.push(JSON.parse(line) as Phone);
    if (found.length === COUNT) break;
  }
  return found.sort((a, b) => Number(a.number) - Number(b.number));
}

function phone(index: number): Phone {
  const found = phones[index];
  assert.ok(found, `no phone ${index}`);
  return found;
}

async function shell(index: number, commandLine: string): Promise<string> {
  const { stdout } = await adb.run('-s', phone(index).serial, 'shell', commandLine);
  return stdout;
}

test('each phone is listed, with a number and ports of its own, and one account service', async () => {
  assert.deepEqual(
    phones.map(({ number }) => number),
    Array.from({ length: COUNT }, (_, index) => `+1201555${String(123 + index).padStart(4, '0')}`),
  );
  const ports = phones.map(({ consolePort }) => consolePort);
  assert.deepEqual(
    ports,
    [...new Set(ports)].sort((a, b) => a - b),
  );
  assert.equal(new Set(phones.map(({ service }) => service.url)).size, 1);
  const states = await Promise.all(
    phones.map(async ({ serial }) => (await adb.run('-s', serial, 'get-state')).stdout.trim()),
  );
  assert.deepEqual(new Set(states), new Set(['device']));
});

test('the code of the account service comes to the phone with the number alone', async () => {
  const { service, number } = phone(2);
  await fetch(`${service.url}/v1/sms-codes`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ callingCode: '1', number: number.slice(2) }),
  });
  const wait = 'until content query --uri content://sms/inbox | grep -q Row; do :; done';
  await shell(2, wait);
  const counts = await Promise.all(
    phones.map((_, index) => shell(index, 'content query --uri content://sms/inbox | grep -c Row')),
  );
  assert.deepEqual(
    counts.map(Number),
    phones.map((_, index) => (index === 2 ? 1 : 0)),
  );
});

test('what is done on one phone shows on no other', async () => {
  const look = [
    'getprop debug.mine',
    'settings get global mine',
    'cat /sdcard/mine 2>&1',
    'pidof com.android.settings',
    'dumpsys battery | grep level',
    'wm size; wm density',
    'settings get system system_locales; ime list -s',
    'logcat -d | grep -c mine',
    'dumpsys activity activities | grep -i resumed',
  ].join('; echo; ');
  const before = await shell(1, look);
  await shell(
    0,
    'setprop debug.mine 1; settings put global mine 1; echo 1 > /sdcard/mine; log -t mine hello; ' +
      'settings put system system_locales ru-RU; am start -a android.settings.SETTINGS',
  );
  await adb.run('-s', phone(0).serial, 'emu', 'power', 'capacity', '7');
  assert.notEqual(await shell(0, look), before);
  assert.equal(await shell(1, look), before);
});

test(
  'all announce themselves to an adb server that was restarted',
  { timeout: 60_000 },
  async () => {
    await adb.run('kill-server');
    await adb.run('start-server');
    await Promise.all(phones.map(({ serial }) => adb.run('-s', serial, 'wait-for-device')));
    assert.match(await shell(COUNT - 1, 'getprop sys.boot_completed'), /^1$/m);
  },
);

test('a port that another process has is told, and ends the new phones alone', async () => {
  const { consolePort } = phone(0);
  const other = start('--count', '2', '--port', String(consolePort), '--number', '+12015550160');
  assert.ok(other.stderr && other.stdout);
  const [exit, message, lines] = await Promise.all([
    once(other, 'exit'),
    text(other.stderr),
    text(other.stdout),
  ]);
  assert.deepEqual([exit, lines], [[1, null], '']);
  assert.match(
    message,
    /^xiaomi-phone: phone [12] of 2 \(.*\) could not start; none was started: port \d+ .* in use: choose .*\n$/,
  );
  assert.match(await shell(0, 'echo here'), /here/);
});

test('one of several that finds its port taken ends all of them', async () => {
  const squatter = net.createServer();
  const consolePort = await freePorts(8);
  await new Promise<void>((resolve, reject) => {
    squatter.once('error', reject).listen(consolePort + 4, '127.0.0.1', resolve);
  });
  const other = start('--count', '4', '--port', String(consolePort), '--number', '+12015550160');
  assert.ok(other.stderr);
  const [exit, message] = await Promise.all([once(other, 'exit'), text(other.stderr)]);
  squatter.close();
  assert.deepEqual(exit, [1, null]);
  assert.match(
    message,
    RegExp(`^xiaomi-phone: phone 3 of 4 .*: port ${consolePort + 4} on 127\\.0\\.0\\.1 is in use`),
  );
  assert.match(await shell(0, 'echo here'), /here/);
});

test('phones go on when nobody reads their lines any more', async (t) => {
  const port = await freePorts(4);
  const deaf = start('--count', '2', '--port', String(port), '--number', '+12015550160');
  t.after(() => deaf.kill('SIGKILL'));
  deaf.stdout?.destroy();
  const serials = [`emulator-${port}`, `emulator-${port + 2}`];
  await Promise.all(serials.map((serial) => adb.run('-s', serial, 'wait-for-device')));
  // It told of its phones when they were listed, so before it takes a command.
  for (const serial of serials) {
    assert.equal((await adb.run('-s', serial, 'shell', 'echo on')).stdout, 'on\n');
  }
  deaf.kill();
  assert.deepEqual(await once(deaf, 'exit'), [0, null]);
});

test('phones end one by one, in any order, and the process with the last', async () => {
  const exited = once(fleet, 'exit');
  const [first, ...rest] = [3, 0, 7, 1, 6, 2, 5, 4].map((index) => phone(index).serial);
  assert.ok(first);
  await adb.run('-s', first, 'emu', 'kill');
  await adb.run('-s', first, 'wait-for-any-disconnect');
  const { stdout } = await adb.run('-s', phone(4).serial, 'shell', 'echo still here');
  assert.equal(stdout, 'still here\n');
  for (const serial of rest) await adb.run('-s', serial, 'emu', 'kill');
  assert.deepEqual(await exited, [0, null]);
  assert.ok(fleet.stderr);
  assert.equal(await text(fleet.stderr), '');
});
