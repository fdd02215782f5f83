import assert from 'node:assert/strict';
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import net, { type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { after, afterEach, before, beforeEach, describe, test } from 'node:test';
import { readAuthToken } from '../../../emulator/console/auth-token.ts';
import { EmulatorConsole } from '../../../emulator/console/console.ts';
import { stubDevice, type StubDevice } from './stub-device.ts';

describe('console: console', () => {
  let folder: string;
  let tokenFile: string;
  let device: StubDevice;
  let console: EmulatorConsole;
  let server: net.Server;

  before(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'console-'));
  });

  beforeEach(async () => {
    tokenFile = path.join(folder, 'token');
    device = stubDevice();
    console = new EmulatorConsole(device, tokenFile);
    server = net.createServer((socket) => console.attach(socket));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  });

  afterEach(async () => {
    await console.stop();
    await new Promise((resolve) => server.close(resolve));
    await rm(tokenFile, { force: true });
  });

  after(() => rm(folder, { recursive: true }));

  /** Sends all lines at once, as `adb emu` does, and returns all that is answered. */
  function converse(...lines: readonly string[]): Promise<string> {
    const socket = net.connect((server.address() as AddressInfo).port, '127.0.0.1');
    socket.write(lines.map((line) => `${line}\n`).join(''));
    return text(socket);
  }

  test('the token is made for the user alone if there is none', async () => {
    await converse('quit');
    const { mode, size } = await stat(tokenFile);
    assert.deepEqual([mode & 0o777, size], [0o600, 16]);
  });

  test('all who start at once get the same token', async () => {
    const tokens = await Promise.all(Array.from({ length: 20 }, () => readAuthToken(tokenFile)));
    assert.deepEqual([...new Set(tokens)], [await readFile(tokenFile, 'utf8')]);
    assert.deepEqual(await readdir(folder), ['token']);
  });

  test('a token that exists is kept', async () => {
    await writeFile(tokenFile, 'chosen');
    await converse('quit');
    assert.equal(await readFile(tokenFile, 'utf8'), 'chosen');
  });

  test('the greeting asks for the token and names its file', async () => {
    assert.equal(
      await converse('quit'),
      'Android Console: Authentication required\r\n' +
        "Android Console: type 'auth <auth_token>' to authenticate\r\n" +
        'Android Console: you can find your <auth_token> in \r\n' +
        `'${tokenFile}'\r\nOK\r\n`,
    );
  });

  test('an empty token asks for none', async () => {
    await writeFile(tokenFile, '');
    await converse('sms send 12345 hello', 'quit');
    assert.deepEqual(device.messages, [{ from: '12345', body: 'hello' }]);
  });

  test('an SMS sent as adb emu sends it arrives with its spaces', async () => {
    await writeFile(tokenFile, 'secret\n');
    const said = await converse('auth secret', '', 'sms send +12345 your code: 123 456', 'quit');
    assert.deepEqual(device.messages, [{ from: '+12345', body: 'your code: 123 456' }]);
    assert.ok(said.endsWith("type 'help' for a list of commands\r\nOK\r\nOK\r\n"), said);
  });

  test('without the token an SMS is refused', async () => {
    await converse('sms send 12345 hello', 'quit');
    assert.deepEqual(device.messages, []);
  });

  test('two clients are served at once', async () => {
    const socket = net.connect((server.address() as AddressInfo).port, '127.0.0.1');
    await new Promise((resolve) => socket.once('data', resolve));
    assert.match(await converse('ping', 'quit'), /I am alive!/);
    socket.destroy();
  });

  test('stop hangs up', async () => {
    const socket = net.connect((server.address() as AddressInfo).port, '127.0.0.1').resume();
    await new Promise((resolve) => socket.once('data', resolve));
    const closed = new Promise((resolve) => socket.once('close', resolve));
    await console.stop();
    await closed;
  });
});
