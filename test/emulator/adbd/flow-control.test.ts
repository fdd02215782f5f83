import assert from 'node:assert/strict';
import { once } from 'node:events';
import { test } from 'node:test';
import { Command } from '../../../emulator/adbd/packet.ts';
import { connectedHost } from './adb-host.ts';

const MEBIBYTE = 1024 * 1024;
/** Long enough for everything that is not held back to have happened. */
const settled = () => new Promise((resolve) => setImmediate(() => setImmediate(resolve)));

test('the phone sends nothing more until the host acknowledges', async () => {
  const host = await connectedHost({
    run: async (_commandLine, { stdout }) => {
      stdout.write(Buffer.alloc(3 * MEBIBYTE));
      return 0;
    },
  });
  await host.open('exec:x');
  assert.equal((await host.next()).command, Command.WRTE);
  await settled();
  assert.deepEqual(host.pending, []);
});

test('a command that writes faster than the host reads is held back', async () => {
  let written = 0;
  const host = await connectedHost({
    run: async (_commandLine, { stdout, signal }) => {
      while (!signal.aborted) {
        const more = stdout.write(Buffer.alloc(64 * 1024));
        written += 64 * 1024;
        if (!more) await once(stdout, 'drain', { signal });
      }
      return 0;
    },
  });
  await host.open('exec:x');
  await host.next();
  await settled();
  assert.ok(written <= MEBIBYTE, `${written} bytes were taken from the command`);
  host.socket.destroy();
});

test('the host gets no OKAY while the command does not read', async () => {
  const host = await connectedHost({
    run: async (_commandLine, { signal }) => {
      await once(signal, 'abort');
      return 0;
    },
  });
  const stream = await host.open('exec:x');
  let acknowledged = 0;
  for (let sent = 0; sent < 8; sent += 1) {
    stream?.send(Command.WRTE, Buffer.alloc(MEBIBYTE));
    await settled();
    if (host.pending.length === 0) break;
    assert.equal((await host.next()).command, Command.OKAY);
    acknowledged += 1;
  }
  assert.ok(acknowledged < 3, `${acknowledged} MiB were acknowledged, unread`);
  host.socket.destroy();
});

test('18 MiB reach a command that reads slowly', async () => {
  let received = 0;
  const host = await connectedHost({
    run: async (_commandLine, { stdin }) => {
      for await (const chunk of stdin as AsyncIterable<Buffer>) {
        received += chunk.length;
        await new Promise(setImmediate);
        if (received === 18 * MEBIBYTE) break;
      }
      return 0;
    },
  });
  const stream = await host.open('exec:x');
  for (let sent = 0; sent < 18; sent += 1) await stream?.write(Buffer.alloc(MEBIBYTE));
  await stream?.readToEnd();
  assert.equal(received, 18 * MEBIBYTE);
});
