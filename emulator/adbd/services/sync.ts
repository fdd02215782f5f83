import { posix } from 'node:path';
import type { FsStat } from 'just-bash';
import type { SyncFileSystem } from '../device.ts';
import type { Service } from './index.ts';
import { SyncChannel, syncMessage } from './sync-channel.ts';
import { describeFileError, modeOf } from './sync-files.ts';
import {
  SYNC_DATA_MAX_BYTES,
  SYNC_PATH_MAX_BYTES,
  SyncDentV1,
  SyncDentV2,
  SyncId,
  SyncStatV1,
  SyncStatV2,
} from './sync-format.ts';
import { receiveFile } from './sync-send.ts';

/** `sync:`: files to and from the phone; requests one after another until QUIT or a failure. */
export const sync: Service = (_request, device) => async (stream) => {
  const files = await device.files;
  const channel = new SyncChannel(stream);
  for (;;) {
    const request = await channel.readHeader();
    if (!request) return;
    if (request.length > SYNC_PATH_MAX_BYTES) {
      await channel.fail('path too long');
      return;
    }
    const path = (await channel.readExactly(request.length))?.toString('utf8');
    if (path === undefined || !(await answer(request.id, path, channel, files))) return;
  }
};

/** Answers one request; false if that was the last of the stream. */
async function answer(
  id: number,
  path: string,
  channel: SyncChannel,
  files: SyncFileSystem,
): Promise<boolean> {
  switch (id) {
    case SyncId.lstatV1:
      return statV1(path, channel, files);
    case SyncId.statV2:
    case SyncId.lstatV2:
      return statV2(id, path, channel, files);
    case SyncId.listV1:
    case SyncId.listV2:
      return list(id, path, channel, files);
    case SyncId.send:
      return receiveFile(channel, files, path);
    case SyncId.receive:
      return sendFile(path, channel, files);
    case SyncId.quit:
      return false;
    default:
      return channel.fail(`unknown command ${id.toString(16).padStart(8, '0')}`);
  }
}

async function statV1(path: string, channel: SyncChannel, files: SyncFileSystem): Promise<true> {
  // The first version has no field for an error: all zero stands for any.
  const stat = await files.lstat(path).catch(() => undefined);
  const fields = stat ? fieldsV1(stat) : { mode: 0, size: 0, mtimeS: 0 };
  await channel.write(SyncStatV1.encode({ id: SyncId.lstatV1, ...fields }));
  return true;
}

async function statV2(
  id: number,
  path: string,
  channel: SyncChannel,
  files: SyncFileSystem,
): Promise<true> {
  let fields;
  try {
    fields = fieldsV2(await (id === SyncId.statV2 ? files.stat(path) : files.lstat(path)));
  } catch (error) {
    fields = { ...NO_FIELDS_V2, error: describeFileError(error).errno };
  }
  await channel.write(SyncStatV2.encode({ id, ...fields }));
  return true;
}

async function list(
  id: number,
  path: string,
  channel: SyncChannel,
  files: SyncFileSystem,
): Promise<true> {
  const version2 = id === SyncId.listV2;
  // A folder that cannot be read is listed as an empty one: there is no field for the error.
  const names = await files.readdir(path).then(
    (children) => ['.', '..', ...children],
    () => [],
  );
  for (const name of names) {
    const stat = await files.lstat(posix.join(path, name));
    const nameBytes = Buffer.from(name);
    const nameLength = nameBytes.length;
    const entry = version2
      ? SyncDentV2.encode({ id: SyncId.dentV2, ...fieldsV2(stat), nameLength })
      : SyncDentV1.encode({ id: SyncId.dentV1, ...fieldsV1(stat), nameLength });
    await channel.write(Buffer.concat([entry, nameBytes]));
  }
  const end = { id: SyncId.done, nameLength: 0 };
  await channel.write(
    version2
      ? SyncDentV2.encode({ ...NO_FIELDS_V2, ...end })
      : SyncDentV1.encode({ mode: 0, size: 0, mtimeS: 0, ...end }),
  );
  return true;
}

async function sendFile(
  path: string,
  channel: SyncChannel,
  files: SyncFileSystem,
): Promise<boolean> {
  let bytes: Uint8Array;
  try {
    bytes = await files.readFileBuffer(path);
  } catch (error) {
    return channel.fail(`open failed: ${describeFileError(error).text}`);
  }
  const content = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let start = 0;
  for (; content.length - start > SYNC_DATA_MAX_BYTES; start += SYNC_DATA_MAX_BYTES) {
    await channel.send(SyncId.data, content.subarray(start, start + SYNC_DATA_MAX_BYTES));
  }
  // The end travels with the last block: adb hands packets on one by one, and a small one after
  // another waits for the delayed acknowledgement of TCP, 40 ms a file.
  const last = content.subarray(start);
  const blocks = last.length > 0 ? [syncMessage(SyncId.data, last)] : [];
  await channel.write(Buffer.concat([...blocks, syncMessage(SyncId.done)]));
  return true;
}

const NO_FIELDS_V2 = {
  error: 0,
  dev: 0,
  ino: 0,
  mode: 0,
  nlink: 0,
  uid: 0,
  gid: 0,
  size: 0,
  atimeS: 0,
  mtimeS: 0,
  ctimeS: 0,
};

function fieldsV1(stat: FsStat): { mode: number; size: number; mtimeS: number } {
  const mtimeS = Math.floor(stat.mtime.getTime() / 1000);
  return { mode: modeOf(stat), size: stat.size % 2 ** 32, mtimeS };
}

function fieldsV2(stat: FsStat): typeof NO_FIELDS_V2 {
  const { mode, mtimeS } = fieldsV1(stat);
  const times = { atimeS: mtimeS, mtimeS, ctimeS: mtimeS };
  return { ...NO_FIELDS_V2, mode, nlink: 1, size: stat.size, ...times };
}
