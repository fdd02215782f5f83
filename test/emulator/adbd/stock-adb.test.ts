import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import http from 'node:http';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { InMemoryFs } from 'just-bash';
import { SystemClock } from '../../../emulator/android/clock.ts';
import { DevicePorts } from '../../../emulator/android/ports.ts';
import { AdbDaemon } from '../../../emulator/adbd/daemon.ts';
import type { ShellIo } from '../../../emulator/android/shell-io.ts';
import { listenOnPortPair, type PortPair } from '../../../emulator/adbd/port-pair.ts';
import { AdbServerLink } from '../../../emulator/adbd/server-link.ts';
import { AdbServer } from '../../../emulator/adbd/start-server.ts';
import { stubDevice } from './adb-host.ts';
import { StockAdb } from './stock-adb.ts';

const LISTED_TIMEOUT_MS = 30_000;

/** A shell with the few commands that these tests run. */
async function run(commandLine: string, { stdin, stdout, stderr, signal }: ShellIo) {
  const [name, ...words] = commandLine.split(' ');
  switch (name) {
    case 'echo':
      stdout.write(`${words.join(' ')}\n`);
      return 0;
    case 'fail':
      stdout.write('to stdout\n');
      stderr.write('to stderr\n');
      return 7;
    case 'count': {
      let length = 0;
      for await (const chunk of stdin as AsyncIterable<Buffer>) length += chunk.length;
      stdout.write(`${length}\n`);
      return 0;
    }
    case 'zeros':
      for (let left = Number(words[0]); left > 0; left -= 65_536) {
        if (!stdout.write(Buffer.alloc(Math.min(left, 65_536)))) {
          await once(stdout, 'drain', { signal });
        }
      }
      return 0;
    default:
      stderr.write(`/system/bin/sh: ${name}: inaccessible or not found\n`);
      return 127;
  }
}

const files = new InMemoryFs({ '/sdcard/notes/a.txt': 'first', '/sdcard/notes/sub/b.txt': '' });
const ports = new DevicePorts();
const web = http.createServer((request, response) => response.end(`asked for ${request.url}`));
const clock = new SystemClock();
let adb: StockAdb;
let sockets: PortPair;
let daemon: AdbDaemon;
let link: AdbServerLink;

before(async () => {
  adb = await StockAdb.start();
  ports.listen(6790, (socket) => web.emit('connection', socket));
  daemon = new AdbDaemon(stubDevice({ run, files, ports }));
  sockets = await listenOnPortPair();
  sockets.adb.on('connection', (socket) => daemon.attach(socket));
  const { adbPort } = sockets;
  const log = () => undefined;
  const server = new AdbServer(adb.serverPort, log);
  link = new AdbServerLink({ adbPort, server, clock, log });
  link.start();
  assert.ok(await link.online(LISTED_TIMEOUT_MS), 'the phone was not listed');
});

after(async () => {
  await link.stop();
  await daemon.stop();
  sockets.adb.close();
  sockets.console.close();
  clock.stop();
  await adb.stop();
});

const onPhone = (...args: Parameters<StockAdb['run']>) => adb.run('-s', link.serial, ...args);

test('adb lists the phone with its model', async () => {
  const { stdout } = await adb.run('devices', '-l');
  const line = stdout.split('\n').find((each) => each.startsWith(link.serial));
  assert.match(
    line ?? '',
    /^emulator-\d+ +device product:garnet_global model:2312DRA50G device:garnet /,
  );
});

test('adb shell tells outputs and exit code apart', async () => {
  assert.deepEqual(await onPhone('shell', 'fail'), {
    stdout: 'to stdout\n',
    stderr: 'to stderr\n',
    exitCode: 7,
  });
});

test('adb shell -x, the first version, has one output', async () => {
  const { stdout } = await onPhone('shell', '-x', 'fail');
  assert.equal(stdout, 'to stdout\nto stderr\n');
});

test('adb shell hands on standard input to its end', async () => {
  const { stdout } = await onPhone('shell', 'count', { input: Buffer.alloc(3_000_000) });
  assert.equal(stdout, '3000000\n');
});

test('adb exec-out hands on 18 MB', async () => {
  const { stdout } = await onPhone('exec-out', 'zeros 18000000');
  assert.equal(stdout.length, 18_000_000);
});

for (const [name, size] of [
  ['an empty file', 0],
  ['a file of 3 MB', 3_000_000],
] as const) {
  test(`${name} survives adb push and pull`, async () => {
    const local = path.join(adb.home, `file-${size}`);
    const content = randomBytes(size);
    await writeFile(local, content);
    await onPhone('push', local, '/data/local/tmp/file');
    await onPhone('pull', '/data/local/tmp/file', `${local}.back`);
    assert.ok((await readFile(`${local}.back`)).equals(content));
  });
}

test('a folder is pushed with what is in it', async () => {
  const local = path.join(adb.home, 'folder');
  await mkdir(path.join(local, 'sub'), { recursive: true });
  await writeFile(path.join(local, 'sub', 'inner.txt'), 'inner');
  await onPhone('push', local, '/sdcard/');
  assert.equal(await files.readFile('/sdcard/folder/sub/inner.txt'), 'inner');
});

test('a folder is pulled with what is in it', async () => {
  await onPhone('pull', '/sdcard/notes', adb.home);
  assert.equal(await readFile(path.join(adb.home, 'notes', 'a.txt'), 'utf8'), 'first');
});

test('pulling what is not there fails and says so', async () => {
  const { stdout, stderr, exitCode } = await onPhone('pull', '/nothing', adb.home);
  assert.match(stdout + stderr, /'\/nothing'.*No such file or directory/);
  assert.equal(exitCode, 1);
});

test('adb ls lists a folder', async () => {
  const { stdout } = await onPhone('ls', '/sdcard/notes');
  assert.deepEqual(
    stdout
      .trim()
      .split('\n')
      .map((line) => line.split(' ').at(-1))
      .sort(),
    ['.', '..', 'a.txt', 'sub'],
  );
});

test('adb forward reaches a port of the phone', async () => {
  const { stdout } = await onPhone('forward', 'tcp:0', 'tcp:6790');
  const answer = await fetch(`http://127.0.0.1:${stdout.trim()}/status`);
  assert.equal(await answer.text(), 'asked for /status');
});

test('a restarted server is told of the phone again', async () => {
  await adb.run('kill-server');
  await adb.run('start-server');
  await onPhone('wait-for-device');
  const { stdout } = await onPhone('shell', 'echo back again');
  assert.equal(stdout, 'back again\n');
});
