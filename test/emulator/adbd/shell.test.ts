import assert from 'node:assert/strict';
import { EventEmitter, once } from 'node:events';
import { text } from 'node:stream/consumers';
import { test } from 'node:test';
import { Command } from '../../../emulator/adbd/packet.ts';
import type { ShellIo } from '../../../emulator/android/shell-io.ts';
import {
  encodeShellPacket,
  ShellPacketId,
  ShellPacketParser,
} from '../../../emulator/adbd/services/shell-protocol.ts';
import { connectedHost, type HostStream } from './adb-host.ts';

/** Runs `service` on a phone whose shell is `run`. */
async function open(
  service: string,
  run: (commandLine: string, io: ShellIo) => Promise<number>,
): Promise<HostStream> {
  const host = await connectedHost({ run });
  const stream = await host.open(service);
  assert.ok(stream);
  return stream;
}

async function readPackets(stream: HostStream): Promise<{ id: number; data: string }[]> {
  const parser = new ShellPacketParser();
  return [...parser.push(await stream.readToEnd())].map(({ id, data }) => ({
    id,
    data: data.toString(),
  }));
}

const talkative = async (_commandLine: string, { stdout, stderr }: ShellIo) => {
  stdout.write('out');
  await new Promise(setImmediate);
  stderr.write('err');
  return 7;
};

/** Answers with how it was started. */
const describing = async (commandLine: string, { stdout, tty }: ShellIo) => {
  stdout.write(`${commandLine}|${tty}`);
  return 0;
};

test('version 1 puts both outputs into one stream', async () => {
  const stream = await open('shell:x', talkative);
  assert.equal(String(await stream.readToEnd()), 'outerr');
});

test('version 2 keeps the outputs apart and ends with the exit code', async () => {
  const stream = await open('shell,v2,raw:x', talkative);
  assert.deepEqual(await readPackets(stream), [
    { id: ShellPacketId.stdout, data: 'out' },
    { id: ShellPacketId.stderr, data: 'err' },
    { id: ShellPacketId.exit, data: '\x07' },
  ]);
});

test('exec is a pipe', async () => {
  const stream = await open('exec:x', talkative);
  assert.equal(String(await stream.readToEnd()), 'outerr');
});

test('a command line keeps its colons and commas', async () => {
  const stream = await open('shell,TERM=xterm,raw:echo a:b,c', describing);
  assert.equal(String(await stream.readToEnd()), 'echo a:b,c|false');
});

test('without a command there is a terminal', async () => {
  const stream = await open('shell:', describing);
  assert.equal(String(await stream.readToEnd()), '|true');
});

test('a terminal can be asked for', async () => {
  const stream = await open('shell,v2,pty:ls', describing);
  const [first] = await readPackets(stream);
  assert.equal(first?.data, 'ls|true');
});

test('a terminal can be declined', async () => {
  const stream = await open('shell,v2,raw:', describing);
  const [first] = await readPackets(stream);
  assert.equal(first?.data, '|false');
});

test('version 2 hands on stdin until it is closed', async () => {
  const stream = await open('shell,v2,raw:cat', async (_commandLine, { stdin, stdout }) => {
    stdout.write(await text(stdin));
    return 0;
  });
  await stream.write(encodeShellPacket({ id: ShellPacketId.stdin, data: Buffer.from('one ') }));
  await stream.write(encodeShellPacket({ id: ShellPacketId.stdin, data: Buffer.from('two') }));
  await stream.write(encodeShellPacket({ id: ShellPacketId.closeStdin, data: Buffer.alloc(0) }));
  const [first] = await readPackets(stream);
  assert.equal(first?.data, 'one two');
});

test('the size of the window is not taken for input', async () => {
  const stream = await open('shell,v2,raw:cat', async (_commandLine, { stdin, stdout }) => {
    stdout.write(`<${await text(stdin)}>`);
    return 0;
  });
  const size = Buffer.from('24x80,0x0\0');
  await stream.write(encodeShellPacket({ id: ShellPacketId.windowSize, data: size }));
  await stream.write(encodeShellPacket({ id: ShellPacketId.closeStdin, data: Buffer.alloc(0) }));
  const [first] = await readPackets(stream);
  assert.equal(first?.data, '<>');
});

test('a command may end without having read its input', async () => {
  const stream = await open('exec:x', async (_commandLine, { stdin, stdout }) => {
    await once(stdin, 'readable');
    stdin.destroy();
    stdout.write('enough');
    return 0;
  });
  await stream.write('input');
  assert.equal(String(await stream.readToEnd()), 'enough');
});

test('exec reads its input to the end although the host has closed', async () => {
  const read = new EventEmitter<{ all: [string, AbortSignal] }>();
  const stream = await open('exec:cat > f', async (_commandLine, { stdin, signal }) => {
    read.emit('all', await text(stdin), signal);
    return 0;
  });
  const all = once(read, 'all') as Promise<[string, AbortSignal]>;
  await stream.write('all of it');
  stream.send(Command.CLSE);
  const [input, signal] = await all;
  assert.deepEqual([input, signal.aborted], ['all of it', false]);
});

test('exec ends a command that writes after the host has closed', async () => {
  const events = new EventEmitter();
  const stream = await open('exec:logcat', async (_commandLine, { stdin, stdout, signal }) => {
    await text(stdin);
    stdout.write('one more line');
    await once(signal, 'abort');
    events.emit('ended');
    return 0;
  });
  const ended = once(events, 'ended');
  stream.send(Command.CLSE);
  await ended;
});

test('a command on a terminal is hung up when the host closes', async () => {
  const events = new EventEmitter();
  const stream = await open('shell,pty:sleep 9', async (_commandLine, { signal }) => {
    await once(signal, 'abort');
    events.emit('ended');
    return 0;
  });
  const ended = once(events, 'ended');
  stream.send(Command.CLSE);
  await ended;
});

test('Ctrl-C on a terminal interrupts the command', async () => {
  const stream = await open('shell,v2,pty:logcat', async (_commandLine, { onInterrupt }) => {
    await new Promise<void>((resolve) => onInterrupt?.(resolve));
    return 130;
  });
  await stream.write(encodeShellPacket({ id: ShellPacketId.stdin, data: Buffer.of(3) }));
  assert.equal((await readPackets(stream)).at(-1)?.data, Buffer.of(130).toString());
});
