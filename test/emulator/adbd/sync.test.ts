import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { test } from 'node:test';
import { InMemoryFs } from 'just-bash';
import { Command } from '../../../emulator/adbd/packet.ts';
import {
  SYNC_DATA_MAX_BYTES,
  SyncDentV1,
  SyncDentV2,
  SyncHeader,
  SyncId,
  SyncStatV1,
  SyncStatV2,
} from '../../../emulator/adbd/services/sync-format.ts';
import { connectedHost, type HostStream } from './adb-host.ts';

const MTIME_S = 1_700_000_000;
const ENOENT = 2;

async function open(files: InMemoryFs): Promise<HostStream> {
  const stream = await (await connectedHost({ files })).open('sync:');
  assert.ok(stream);
  return stream;
}

const message = (id: number, data: Buffer | string) =>
  Buffer.concat([SyncHeader.encode({ id, length: Buffer.byteLength(data) }), Buffer.from(data)]);

/** Sends a file in blocks as adb does. */
async function push(stream: HostStream, path: string, content: Buffer, mode = 0o100644) {
  await stream.write(message(SyncId.send, `${path},${mode}`));
  for (let start = 0; start < content.length; start += SYNC_DATA_MAX_BYTES) {
    await stream.write(message(SyncId.data, content.subarray(start, start + SYNC_DATA_MAX_BYTES)));
  }
  await stream.write(SyncHeader.encode({ id: SyncId.done, length: MTIME_S }));
  return readStatus(stream);
}

async function readStatus(stream: HostStream): Promise<{ id: number; reason: string }> {
  const { id, length } = SyncHeader.decode(await stream.read(SyncHeader.byteLength));
  return { id, reason: String(await stream.read(length)) };
}

async function pull(stream: HostStream, path: string): Promise<Buffer> {
  await stream.write(message(SyncId.receive, path));
  const blocks: Buffer[] = [];
  for (;;) {
    const { id, length } = SyncHeader.decode(await stream.read(SyncHeader.byteLength));
    if (id === SyncId.done) return Buffer.concat(blocks);
    assert.equal(id, SyncId.data);
    blocks.push(await stream.read(length));
  }
}

for (const [name, content] of [
  ['an empty file', Buffer.alloc(0)],
  ['a file of 3 MB', randomBytes(3_000_000)],
] as const) {
  test(`${name} survives push and pull`, async () => {
    const stream = await open(new InMemoryFs({}));
    assert.equal((await push(stream, '/sdcard/file', content)).id, SyncId.okay);
    assert.ok((await pull(stream, '/sdcard/file')).equals(content));
  });
}

test('a small file is pulled in one packet', async () => {
  const host = await connectedHost({ files: new InMemoryFs({ '/sdcard/file': 'four' }) });
  const stream = await host.open('sync:');
  await stream?.write(message(SyncId.receive, '/sdcard/file'));
  assert.deepEqual(
    (await host.next()).payload,
    Buffer.concat([message(SyncId.data, 'four'), message(SyncId.done, '')]),
  );
});

test('a pushed file has the time it had, and its rights for everyone', async () => {
  const files = new InMemoryFs({});
  await push(await open(files), '/data/local/tmp/tool', Buffer.from('x'), 0o100755);
  const { mode, mtime } = await files.stat('/data/local/tmp/tool');
  assert.deepEqual([mode, mtime.getTime()], [0o777, MTIME_S * 1000]);
});

test('a symbolic link is pushed as one', async () => {
  const files = new InMemoryFs({});
  await push(await open(files), '/sdcard/link', Buffer.from('/sdcard/target\0'), 0o120777);
  assert.equal(await files.readlink('/sdcard/link'), '/sdcard/target');
});

test('pushing onto a folder fails and says why', async () => {
  const stream = await open(new InMemoryFs({ '/sdcard/folder/file': '' }));
  const { id, reason } = await push(stream, '/sdcard/folder', Buffer.from('x'));
  assert.deepEqual([id, reason], [SyncId.fail, "couldn't create file: Is a directory"]);
});

test('a push without a mode fails and says why', async () => {
  const stream = await open(new InMemoryFs({}));
  await stream.write(message(SyncId.send, '/sdcard/file'));
  assert.deepEqual(await readStatus(stream), { id: SyncId.fail, reason: 'missing , in ID_SEND' });
});

test('pulling a file that is not there fails and says why', async () => {
  const stream = await open(new InMemoryFs({}));
  await stream.write(message(SyncId.receive, '/nothing'));
  assert.deepEqual(await readStatus(stream), {
    id: SyncId.fail,
    reason: 'open failed: No such file or directory',
  });
});

test('STAT tells mode, size and time', async () => {
  const files = new InMemoryFs({
    '/sdcard/file': { content: 'four', mode: 0o640, mtime: new Date(MTIME_S * 1000) },
  });
  const stream = await open(files);
  await stream.write(message(SyncId.lstatV1, '/sdcard/file'));
  assert.deepEqual(SyncStatV1.decode(await stream.read(SyncStatV1.byteLength)), {
    id: SyncId.lstatV1,
    mode: 0o100640,
    size: 4,
    mtimeS: MTIME_S,
  });
});

test('STAT of nothing is all zero', async () => {
  const stream = await open(new InMemoryFs({}));
  await stream.write(message(SyncId.lstatV1, '/nothing'));
  assert.deepEqual(SyncStatV1.decode(await stream.read(SyncStatV1.byteLength)), {
    id: SyncId.lstatV1,
    mode: 0,
    size: 0,
    mtimeS: 0,
  });
});

test('STA2 follows a link, LST2 does not', async () => {
  const files = new InMemoryFs({ '/target': 'four' });
  await files.symlink('/target', '/link');
  const stream = await open(files);
  const types: number[] = [];
  for (const id of [SyncId.statV2, SyncId.lstatV2]) {
    await stream.write(message(id, '/link'));
    types.push(SyncStatV2.decode(await stream.read(SyncStatV2.byteLength)).mode & 0o170000);
  }
  assert.deepEqual(types, [0o100000, 0o120000]);
});

test('STA2 of nothing tells the error', async () => {
  const stream = await open(new InMemoryFs({}));
  await stream.write(message(SyncId.statV2, '/nothing'));
  assert.equal(SyncStatV2.decode(await stream.read(SyncStatV2.byteLength)).error, ENOENT);
});

for (const { request, entry, layout } of [
  { request: SyncId.listV1, entry: SyncId.dentV1, layout: SyncDentV1 },
  { request: SyncId.listV2, entry: SyncId.dentV2, layout: SyncDentV2 },
]) {
  const readNames = async (stream: HostStream) => {
    const names: string[] = [];
    for (;;) {
      const { id, nameLength } = layout.decode(await stream.read(layout.byteLength));
      if (id === SyncId.done) return names;
      assert.equal(id, entry);
      names.push(String(await stream.read(nameLength)));
    }
  };

  test(`a folder is listed (${layout.byteLength} bytes an entry)`, async () => {
    const stream = await open(new InMemoryFs({ '/sdcard/a': '', '/sdcard/ü/b': '' }));
    await stream.write(message(request, '/sdcard'));
    assert.deepEqual((await readNames(stream)).sort(), ['.', '..', 'a', 'ü']);
  });

  test(`a folder that is not there is listed as empty (${layout.byteLength})`, async () => {
    const stream = await open(new InMemoryFs({}));
    await stream.write(message(request, '/nothing'));
    assert.deepEqual(await readNames(stream), []);
  });
}

test('QUIT closes the stream', async () => {
  const host = await connectedHost({});
  const stream = await host.open('sync:');
  await stream?.write(message(SyncId.quit, ''));
  assert.equal((await host.next()).command, Command.CLSE);
});

test('an unknown request fails and says which', async () => {
  const stream = await open(new InMemoryFs({}));
  await stream.write(message(0x21212121, '/'));
  assert.deepEqual(await readStatus(stream), {
    id: SyncId.fail,
    reason: 'unknown command 21212121',
  });
});

test('a path that is too long is refused before it arrives', async () => {
  const stream = await open(new InMemoryFs({}));
  await stream.write(SyncHeader.encode({ id: SyncId.lstatV1, length: 100_000 }));
  assert.deepEqual(await readStatus(stream), { id: SyncId.fail, reason: 'path too long' });
});
