import assert from 'node:assert/strict';
import { once } from 'node:events';
import { test } from 'node:test';
import { AdbDaemon } from '../../../emulator/adbd/daemon.ts';
import type { AuthState } from '../../../emulator/adbd/device.ts';
import { Command, VERSION_SKIP_CHECKSUM } from '../../../emulator/adbd/packet.ts';
import { AdbHost, stubDevice } from './adb-host.ts';

const TOKEN = 1;
const SIGNATURE = 2;
const RSAPUBLICKEY = 3;
const KEY = 'QUJD user@host';

/** A host that has sent its CNXN to a phone in that state. */
function greeting(initial: AuthState, answer = true) {
  const phone = { state: initial, asked: [] as string[] };
  const daemon = new AdbDaemon(
    stubDevice({
      auth: {
        state: () => phone.state,
        ask: (publicKey) => {
          phone.asked.push(publicKey);
          return Promise.resolve(answer);
        },
      },
    }),
  );
  const host = new AdbHost(daemon);
  host.send(Command.CNXN, VERSION_SKIP_CHECKSUM, 1024 * 1024, Buffer.from('host::'));
  return { daemon, host, phone };
}

test('an unauthorized phone answers CNXN with a token of 20 bytes', async () => {
  const { host } = greeting('unauthorized');
  const { command, arg0, payload } = await host.next();
  assert.deepEqual([command, arg0, payload.length], [Command.AUTH, TOKEN, 20]);
});

test('a signature gets another token', async () => {
  const { host } = greeting('unauthorized');
  const first = await host.next();
  host.send(Command.AUTH, SIGNATURE, 0, Buffer.alloc(256));
  const second = await host.next();
  assert.equal(second.command, Command.AUTH);
  assert.notDeepEqual(second.payload, first.payload);
});

test('a public key is shown to the person, who lets the host in', async () => {
  const { host, phone } = greeting('unauthorized');
  await host.next();
  host.send(Command.AUTH, RSAPUBLICKEY, 0, Buffer.from(`${KEY}\0`));
  assert.equal((await host.next()).command, Command.CNXN);
  assert.deepEqual(phone.asked, [KEY]);
});

test('nothing is served before that', async () => {
  const { host } = greeting('unauthorized');
  await host.next();
  host.send(Command.OPEN, 1, 0, Buffer.from('shell:id\0'));
  host.send(Command.AUTH, SIGNATURE, 0, Buffer.alloc(256));
  assert.equal((await host.next()).command, Command.AUTH);
});

test('a host that waits is let in when the phone becomes authorized', async () => {
  const { daemon, host, phone } = greeting('offline');
  await new Promise((resolve) => setImmediate(resolve));
  phone.state = 'authorized';
  daemon.followAuth();
  assert.equal((await host.next()).command, Command.CNXN);
});

test('a host that is in is thrown out when the phone becomes unauthorized', async () => {
  const { daemon, host, phone } = greeting('authorized');
  await host.next();
  phone.state = 'unauthorized';
  daemon.followAuth();
  await once(host.socket, 'close');
});
