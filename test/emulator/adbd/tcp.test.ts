import assert from 'node:assert/strict';
import { once } from 'node:events';
import type { Duplex } from 'node:stream';
import { test } from 'node:test';
import { DevicePorts } from '../../../emulator/android/ports.ts';
import { Command } from '../../../emulator/adbd/packet.ts';
import { connectedHost } from './adb-host.ts';

test('a port on which the phone listens is connected', async () => {
  const ports = new DevicePorts();
  ports.listen(6790, (socket) => {
    socket.once('data', (data: Buffer) => socket.end(`got ${String(data)}`));
  });
  const stream = await (await connectedHost({ ports })).open('tcp:6790');
  await stream?.write('hello');
  assert.equal(String(await stream?.readToEnd()), 'got hello');
});

test('localhost may be named', async () => {
  const ports = new DevicePorts();
  ports.listen(6790, (socket) => socket.end('hi'));
  const stream = await (await connectedHost({ ports })).open('tcp:localhost:6790');
  assert.equal(String(await stream?.readToEnd()), 'hi');
});

test('a port on which nothing listens is refused', async () => {
  assert.equal(await (await connectedHost({})).open('tcp:6790'), undefined);
});

test('another machine is refused', async () => {
  const ports = new DevicePorts();
  ports.listen(80, (socket) => socket.end());
  assert.equal(await (await connectedHost({ ports })).open('tcp:example.com:80'), undefined);
});

test('when the host closes, the phone sees the end and its socket closes', async () => {
  const ports = new DevicePorts();
  const connected = new Promise<Duplex>((resolve) => {
    ports.listen(6790, resolve);
  });
  const stream = await (await connectedHost({ ports })).open('tcp:6790');
  const socket = await connected;
  const chunks: Buffer[] = [];
  socket.on('data', (chunk: Buffer) => chunks.push(chunk));
  await stream?.write('last words');
  const ended = once(socket, 'end');
  const closed = once(socket, 'close');
  stream?.send(Command.CLSE);
  await Promise.all([ended, closed]);
  assert.equal(String(Buffer.concat(chunks)), 'last words');
});

test('a phone that goes on sending is cut off when the host closes', async () => {
  const ports = new DevicePorts();
  const closed = new Promise<void>((resolve) => {
    ports.listen(7810, (socket) => {
      const pump = () => {
        while (!socket.destroyed && socket.write(Buffer.alloc(1000)));
      };
      socket
        .on('error', () => undefined)
        .on('drain', pump)
        .once('close', resolve);
      pump();
    });
  });
  const stream = await (await connectedHost({ ports })).open('tcp:7810');
  await stream?.read(5000);
  stream?.send(Command.CLSE);
  await closed;
});
