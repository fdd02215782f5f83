import assert from 'node:assert/strict';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import net from 'node:net';
import { createInterface } from 'node:readline';
import { after, afterEach, before, beforeEach, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { StockAdb } from './adbd/stock-adb.ts';
import { freePorts } from './free-ports.ts';

const EXECUTABLE = fileURLToPath(new URL('../../emulator/bin/xiaomi-phone.mjs', import.meta.url));

interface Answer {
  readonly id?: number;
  readonly serial?: string;
  readonly number?: string;
  readonly service?: { readonly url: string };
  readonly exitCode?: number;
  readonly error?: string;
}

let adb: StockAdb;
let phones: ChildProcess;
let answers: AsyncIterator<string>;
let port: number;

before(async () => {
  adb = await StockAdb.start();
});
after(() => adb.stop());

beforeEach(async () => {
  port = await freePorts(4);
  phones = spawn(process.execPath, [EXECUTABLE, 'serve'], { cwd: adb.home, env: adb.env });
  assert.ok(phones.stdout);
  answers = createInterface({ input: phones.stdout })[Symbol.asyncIterator]();
});
afterEach(() => phones.kill('SIGKILL'));

function ask(request: object | string): void {
  phones.stdin?.write(`${typeof request === 'string' ? request : JSON.stringify(request)}\n`);
}

async function answer(): Promise<Answer> {
  return JSON.parse(String((await answers.next()).value)) as Answer;
}

/** @param options beside a port, which is the first of two for phones. */
async function start(id: number, place: 0 | 1, ...options: readonly string[]): Promise<Answer> {
  const args = ['--port', String(port + 2 * place), '--latency', '0', ...options];
  ask({ id, start: args });
  return answer();
}

async function shell({ serial = '' }: Answer, command: string): Promise<string> {
  return (await adb.run('-s', serial, 'shell', command)).stdout.trim();
}

function canListen(on: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = net.createServer().once('error', () => resolve(false));
    server.listen(on, '127.0.0.1', () => server.close(() => resolve(true)));
  });
}

test('phones start and stop on request, with nothing left of them', async () => {
  const { id, serial, service } = await start(1, 0);
  assert.deepEqual([id, serial], [1, `emulator-${port}`]);
  ask({ stop: 1 });
  assert.deepEqual(await answer(), { id: 1, exitCode: 0 });
  const left = [port, port + 1, Number(new URL(service?.url ?? '').port)];
  assert.deepEqual(await Promise.all(left.map(canListen)), [true, true, true]);
});

test('several phones of one request are a group with one account service', async () => {
  const phonesOfGroup = [await start(1, 0, '--count', '2'), await answer()];
  assert.deepEqual(phonesOfGroup.map(({ number }) => number).sort(), [
    '+12015550123',
    '+12015550124',
  ]);
  assert.equal(new Set(phonesOfGroup.map(({ service }) => service?.url)).size, 1);
});

test('a phone is ready as itself when one of its serial has just gone', async () => {
  await start(1, 0, '--profile', 'redmi-7a');
  ask({ stop: 1 });
  await answer();
  const next = await start(2, 0, '--profile', 'xiaomi-13');
  assert.equal(await shell(next, 'getprop ro.product.model'), '2211133C');
});

test('an option that is wrong is told as by start', async () => {
  ask({ id: 1, start: ['--latency', 'soon'] });
  const { id, exitCode, error } = await answer();
  assert.deepEqual([id, exitCode], [1, 2]);
  assert.match(error ?? '', /^--latency: latency 'soon' is malformed/);
});

test('a port that is taken is told as by start, and other phones stay', async () => {
  const first = await start(1, 0);
  const { id, exitCode, error } = await start(2, 0);
  assert.deepEqual([id, exitCode], [2, 1]);
  assert.match(error ?? '', /is in use: choose another even number for --port/);
  assert.equal(await shell(first, 'echo here'), 'here');
});

test('a phone that is killed ends its group, and no other', async () => {
  const [first, second] = [await start(1, 0), await start(2, 1)];
  await adb.run('-s', String(first.serial), 'emu', 'kill');
  assert.deepEqual(await answer(), { id: 1, exitCode: 0 });
  assert.equal(await shell(second, 'echo here'), 'here');
});

test('groups do not know of each other', async () => {
  const first = await start(1, 0, '--profile', 'redmi-7a', '--language', 'ru', '--clock', '7200s');
  const second = await start(2, 1, '--profile', 'xiaomi-13', '--language', 'en');
  assert.notEqual(first.service?.url, second.service?.url);
  // Both have the number that it is for.
  await adb.run('-s', String(first.serial), 'emu', 'sms', 'send', '12345', 'hello');
  const state =
    'getprop ro.product.model; settings get system system_locales; settings get global auto_time; content query --uri content://sms/inbox --projection body';
  assert.equal(await shell(first, state), 'M1903C3EC\nru-RU\n0\nRow: 0 body=hello');
  assert.equal(await shell(second, state), '2211133C\nen-US\n1\nNo result found.');
});

test('a line that is no request is told, and the next one is taken', async () => {
  ask('{"id":1');
  assert.match((await answer()).error ?? '', /^'\{"id":1': expected \{"id":NUMBER,"start"/);
  assert.equal((await start(1, 0)).serial, `emulator-${port}`);
});

test('an id whose phones are on is not taken again', async () => {
  await start(1, 0);
  assert.deepEqual(await start(1, 1), { error: 'id 1: its phones are on' });
});

test('with its standard input its phones end, and it ends', async () => {
  await start(1, 0);
  phones.stdin?.end();
  assert.deepEqual(await once(phones, 'exit'), [0, null]);
  assert.equal(await canListen(port), true);
});

test('SIGTERM ends its phones and itself', async () => {
  await start(1, 0);
  phones.kill('SIGTERM');
  assert.deepEqual(await once(phones, 'exit'), [0, null]);
});
