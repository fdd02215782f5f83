import assert from 'node:assert/strict';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import net from 'node:net';
import { createInterface } from 'node:readline';
import { text } from 'node:stream/consumers';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { profiles } from '../../emulator/profiles/index.ts';
import { StockAdb } from './adbd/stock-adb.ts';

const EXECUTABLE = fileURLToPath(new URL('../../emulator/bin/xiaomi-phone.mjs', import.meta.url));

let adb: StockAdb;
before(async () => {
  adb = await StockAdb.start();
});
after(() => adb.stop());

function start(...options: readonly string[]): ChildProcess {
  return spawn(process.execPath, [EXECUTABLE, 'start', ...options], {
    // Not the project's folder: the phone starts from anywhere.
    cwd: adb.home,
    env: adb.env,
    stdio: ['pipe', 'pipe', 'pipe'],
  });
}

interface Ready {
  readonly serial: string;
  readonly consolePort: number;
  readonly view?: { readonly url: string };
}

async function ready(phone: ChildProcess): Promise<Ready> {
  assert.ok(phone.stdout);
  for await (const line of createInterface({ input: phone.stdout })) {
    return JSON.parse(line) as Ready;
  }
  throw new Error('the phone ended before it was ready');
}

/** What a person reads of a phone that then ends. */
async function linesFor(...options: readonly string[]): Promise<string> {
  const phone = start('--exit-with-parent', ...options);
  assert.ok(phone.stdout);
  const printed: string[] = [];
  for await (const line of createInterface({ input: phone.stdout })) {
    printed.push(line);
    if (line.includes('Ctrl-C')) phone.stdin?.end();
  }
  return printed.join('\n');
}

test('a phone is listed, takes an SMS by adb emu, and ends by adb emu kill', async () => {
  const phone = start('--json');
  const { serial } = await ready(phone);
  const exited = once(phone, 'exit');
  await adb.run('-s', serial, 'emu', 'sms', 'send', '12345', 'hello there');
  const inbox = await adb.run('-s', serial, 'shell', 'content query --uri content://sms/inbox');
  assert.match(inbox.stdout, /address=12345.*body=hello there/);
  await adb.run('-s', serial, 'emu', 'kill');
  assert.deepEqual(await exited, [0, null]);
  await adb.run('-s', serial, 'wait-for-any-disconnect');
});

test('an adb server is started if none runs', async () => {
  await adb.run('kill-server');
  const phone = start('--json');
  await ready(phone);
  const socket = net.connect(adb.serverPort, '127.0.0.1');
  await once(socket, 'connect');
  socket.destroy();
  phone.kill();
  await once(phone, 'exit');
});

test('without adb the phone runs all the same, and says what is missing', async () => {
  const phone = spawn(process.execPath, [EXECUTABLE, 'start', '--json'], {
    cwd: adb.home,
    env: { HOME: adb.home, PATH: adb.home, ANDROID_ADB_SERVER_PORT: '1' },
  });
  const [[message]] = (await Promise.all([once(phone.stderr, 'data'), ready(phone)])) as [
    [Buffer],
    unknown,
  ];
  phone.kill();
  await once(phone, 'exit');
  assert.match(String(message), /no adb server lists the phone yet; install adb/);
});

test('Ctrl-C ends it', async () => {
  const phone = start('--json');
  await ready(phone);
  phone.kill('SIGINT');
  assert.deepEqual(await once(phone, 'exit'), [0, null]);
});

test('it ends although a command goes on whose client has gone', { timeout: 20_000 }, async (t) => {
  const phone = start('--json');
  t.after(() => phone.kill('SIGKILL'));
  const { serial } = await ready(phone);
  const loop = 'echo on; while :; do :; done';
  const client = spawn('adb', ['-s', serial, 'exec-out', loop], { env: adb.env });
  await once(client.stdout, 'data');
  client.kill('SIGKILL');
  await once(client, 'exit');
  phone.kill();
  assert.deepEqual(await once(phone, 'exit'), [0, null]);
});

test('--exit-with-parent ends it with its standard input', async () => {
  const phone = start('--json', '--exit-with-parent');
  await ready(phone);
  phone.stdin?.end();
  assert.deepEqual(await once(phone, 'exit'), [0, null]);
});

test('without --json a person is told what to do next', async () => {
  assert.match(await linesFor(), /is ready[^]*adb -s emulator-\d+ shell[^]*Ctrl-C/);
});

test('with --view each phone has a page, whose address its line of JSON has', async (t) => {
  const phone = start('--json', '--view', '--exit-with-parent');
  t.after(() => phone.kill());
  const { view } = await ready(phone);
  assert.ok(view);
  const page = await fetch(view.url);
  assert.match(await page.text(), /<title>Redmi Note 13 Pro 5G, \+12015550123<\/title>/);
});

test('with --view a person is told the address of the page', async () => {
  assert.match(await linesFor('--view'), /^ {2}view {5}http:\/\/127\.0\.0\.1:\d+\/[\da-f]{32}\/$/m);
});

test('without --view there is no page', async () => {
  assert.doesNotMatch(await linesFor(), /\bview\b/);
});

test('a port that is taken is told by its number, with what to do', async () => {
  const squatter = net.createServer();
  await new Promise<void>((resolve) => squatter.listen(0, '127.0.0.1', resolve));
  const { port } = squatter.address() as net.AddressInfo;
  const phone = start('--port', String(port - (port % 2)));
  assert.ok(phone.stderr);
  const [exit, message] = await Promise.all([once(phone, 'exit'), text(phone.stderr)]);
  squatter.close();
  assert.deepEqual(exit, [1, null]);
  assert.match(
    message,
    RegExp(
      `^xiaomi-phone: port ${port} on 127\\.0\\.0\\.1 is in use: .* --port.*:${port}' tells who\\b`,
    ),
  );
});

test('with --exit-with-parent too, a phone that cannot start ends while its parent lives', async () => {
  const squatter = net.createServer();
  await new Promise<void>((resolve) => squatter.listen(0, '127.0.0.1', resolve));
  const { port } = squatter.address() as net.AddressInfo;
  const phone = start('--json', '--exit-with-parent', '--port', String(port - (port % 2)));
  const exit = await once(phone, 'exit');
  squatter.close();
  assert.deepEqual(exit, [1, null]);
});

async function run(...args: readonly string[]): Promise<string> {
  const child = spawn(process.execPath, [EXECUTABLE, ...args], { cwd: adb.home, env: adb.env });
  const [printed] = await Promise.all([text(child.stdout), once(child, 'exit')]);
  return printed;
}

test('profiles --json tells what each phone is', async () => {
  const entries = JSON.parse(await run('profiles', '--json')) as Record<string, unknown>[];
  assert.deepEqual(
    entries.find(({ id }) => id === 'redmi-7a'),
    {
      id: 'redmi-7a',
      model: 'Redmi 7A',
      system: 'MIUI 10.2.6.0.PCMCNXM (Android 9)',
      region: 'cn',
      generation: 'classic',
      languages: ['zh-CN', 'zh-TW', 'en', 'ru', 'es'],
    },
  );
});

test('profiles prints a line for each phone', async () => {
  const [head, ...lines] = (await run('profiles')).trimEnd().split('\n');
  assert.match(head ?? '', /^ID +MODEL +SYSTEM +REGION +ACCOUNT APP +LANGUAGES$/);
  assert.deepEqual(
    lines.map((line) => line.split(' ')[0]),
    profiles.map(({ id }) => id),
  );
});

test('phones of all profiles run in one process, each as its own model', async () => {
  const options = profiles.flatMap(({ id }) => ['--profile', id]);
  const phone = start('--json', ...options);
  assert.ok(phone.stdout);
  const models: string[] = [];
  for await (const line of createInterface({ input: phone.stdout })) {
    const { serial } = JSON.parse(line) as { serial: string };
    const { stdout } = await adb.run('-s', serial, 'shell', 'getprop ro.product.model');
    models.push(stdout.trim());
    if (models.length === profiles.length) phone.kill();
  }
  assert.deepEqual(
    models.sort(),
    profiles.map(({ properties }) => properties['ro.product.model'] ?? '').sort(),
  );
});

test('a bad option ends it with exit code 2', async () => {
  const phone = start('--latency', 'fast');
  assert.deepEqual(await once(phone, 'exit'), [2, null]);
});
