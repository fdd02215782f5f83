import assert from 'node:assert/strict';
import { once } from 'node:events';
import { test } from 'node:test';
import { AdbDaemon } from '../../../emulator/adbd/daemon.ts';
import { Command, encodePacket, VERSION_MIN } from '../../../emulator/adbd/packet.ts';
import { AdbHost, connectedHost, hasChecksum, stubDevice } from './adb-host.ts';

const echo = async (commandLine: string, io: { stdout: NodeJS.WritableStream }) => {
  io.stdout.write(commandLine);
  return 0;
};

test('the banner names the product and the features', async () => {
  const answer = await new AdbHost(new AdbDaemon(stubDevice({}))).connect();
  assert.equal(
    answer.payload.toString(),
    'device::ro.product.name=garnet_global;ro.product.model=2312DRA50G;ro.product.device=garnet;' +
      'features=shell_v2,cmd,stat_v2,ls_v2,fixed_push_mkdir',
  );
});

test('the phone offers version 0x01000001 and payloads of 1 MiB', async () => {
  const answer = await new AdbHost(new AdbDaemon(stubDevice({}))).connect();
  assert.deepEqual([answer.arg0, answer.arg1], [0x01000001, 1024 * 1024]);
});

test('a host of the first version gets checksums', async () => {
  const host = new AdbHost(new AdbDaemon(stubDevice({ run: echo })));
  await host.connect(VERSION_MIN);
  await host.open('shell:hello');
  assert.ok(hasChecksum(await host.next()));
});

test('a host of the newer version gets none', async () => {
  const host = await connectedHost({ run: echo });
  await host.open('shell:hello');
  assert.equal((await host.next()).checksum, 0);
});

test('a wrong checksum from a host of the first version ends the connection', async () => {
  const host = new AdbHost(new AdbDaemon(stubDevice({ run: echo })));
  await host.connect(VERSION_MIN);
  const packet = { command: Command.OPEN, arg0: 1, arg1: 0, payload: Buffer.from('shell:x\0') };
  host.socket.write(encodePacket(packet, false));
  await once(host.socket, 'close');
});

test('no payload is larger than the host allows', async () => {
  const host = new AdbHost(
    new AdbDaemon(
      stubDevice({
        run: async (_commandLine, io) => {
          io.stdout.write(Buffer.alloc(10_000));
          return 0;
        },
      }),
    ),
  );
  await host.connect(VERSION_MIN, 4096);
  const stream = await host.open('exec:x');
  const lengths: number[] = [];
  for (;;) {
    const packet = await host.next();
    if (packet.command === Command.CLSE) break;
    lengths.push(packet.payload.length);
    stream?.send(Command.OKAY);
  }
  assert.deepEqual(lengths, [4096, 4096, 1808]);
});

test('a host that takes no payload is not served', async () => {
  const host = new AdbHost(new AdbDaemon(stubDevice({ run: echo })));
  const closed = once(host.socket, 'close');
  host.send(Command.CNXN, VERSION_MIN, 0, 'host::');
  await closed;
});

test('a stream without an id is not opened', async () => {
  const host = await connectedHost({ run: echo });
  host.send(Command.OPEN, 0, 0, 'shell:first\0');
  const stream = await host.open('shell:second');
  assert.equal(String(await stream?.readToEnd()), 'second');
});

test('nothing is served before the handshake', async () => {
  const host = new AdbHost(new AdbDaemon(stubDevice({ run: echo })));
  host.send(Command.OPEN, 1, 0, 'shell:hello\0');
  assert.equal((await host.connect()).command, Command.CNXN);
});

test('an unknown service is refused', async () => {
  const host = await connectedHost({});
  host.send(Command.OPEN, 7, 0, 'jdwp:1\0');
  const { command, arg0, arg1 } = await host.next();
  assert.deepEqual({ command, arg0, arg1 }, { command: Command.CLSE, arg0: 0, arg1: 7 });
});

test('an OKAY for a stream that is gone is answered with CLSE', async () => {
  const host = await connectedHost({});
  host.send(Command.OKAY, 7, 99);
  const { command, arg0, arg1 } = await host.next();
  assert.deepEqual({ command, arg0, arg1 }, { command: Command.CLSE, arg0: 99, arg1: 7 });
});

test('closing a stream from the host stops the command', async () => {
  let onStopped: () => void = () => undefined;
  const stopped = new Promise<void>((resolve) => (onStopped = resolve));
  const host = await connectedHost({
    run: async (_commandLine, { signal }) => {
      await once(signal, 'abort');
      onStopped();
      return 0;
    },
  });
  const stream = await host.open('shell,v2,raw:sleep 1000');
  stream?.send(Command.CLSE);
  await stopped;
});

test('losing the connection stops the command', async () => {
  let onStopped: () => void = () => undefined;
  const stopped = new Promise<void>((resolve) => (onStopped = resolve));
  const host = await connectedHost({
    run: async (_commandLine, { signal }) => {
      await once(signal, 'abort');
      onStopped();
      return 0;
    },
  });
  await host.open('shell,v2,raw:sleep 1000');
  host.socket.destroy();
  await stopped;
});

test('stopping the daemon closes the connection', async () => {
  const daemon = new AdbDaemon(stubDevice({}));
  const host = new AdbHost(daemon);
  await host.connect();
  const closed = once(host.socket, 'close');
  await daemon.stop();
  await closed;
});

test('root is refused as a user build refuses it', async () => {
  const host = await connectedHost({});
  const stream = await host.open('root:');
  assert.equal(String(await stream?.readToEnd()), 'adbd cannot run as root in production builds\n');
});

test('reboot hands on its mode', async () => {
  let mode: string | undefined;
  const host = await connectedHost({ reboot: (asked) => (mode = asked) });
  const stream = await host.open('reboot:recovery');
  await stream?.readToEnd();
  assert.equal(mode, 'recovery');
});
