import { posix } from 'node:path';
import type { SyncFileSystem } from '../device.ts';
import type { SyncChannel } from './sync-channel.ts';
import { describeFileError, isLinkMode } from './sync-files.ts';
import { SYNC_DATA_MAX_BYTES, SyncId } from './sync-format.ts';

/**
 * SEND: takes a file from the host. `destination` is `PATH,MODE`; DATA blocks follow and a DONE
 * with the file's time. False if the stream is of no more use.
 * Source: AOSP packages/modules/adb/daemon/file_sync_service.cpp, `do_send`.
 */
export async function receiveFile(
  channel: SyncChannel,
  files: SyncFileSystem,
  destination: string,
): Promise<boolean> {
  const { path, mode } = /^(?<path>.*),(?<mode>\w+)$/s.exec(destination)?.groups ?? {};
  if (!path || !mode) return channel.fail('missing , in ID_SEND');
  if (!Number.isInteger(Number(mode))) return channel.fail('bad mode');
  const refusal = await whyRefused(files, path);
  if (refusal) {
    // Told at once, so that the host need not send the rest; what it sends anyway is dropped.
    await channel.fail(`couldn't create file: ${refusal}`);
    await receiveBlocks(channel, () => undefined);
    return false;
  }
  const blocks: Buffer[] = [];
  const end = await receiveBlocks(channel, (block) => blocks.push(block));
  if (end === undefined) return false;
  if (end.problem !== undefined) return channel.fail(end.problem);
  try {
    await store(files, path, Number(mode), Buffer.concat(blocks), end.modifiedAt);
  } catch (error) {
    return channel.fail(`couldn't create file: ${describeFileError(error).text}`);
  }
  await channel.send(SyncId.okay);
  return true;
}

type EndOfBlocks =
  { readonly problem: string } | { readonly problem?: undefined; readonly modifiedAt: Date };

/** Reads DATA blocks up to DONE; `undefined` if the host has gone before. */
async function receiveBlocks(
  channel: SyncChannel,
  onBlock: (block: Buffer) => void,
): Promise<EndOfBlocks | undefined> {
  for (;;) {
    const header = await channel.readHeader();
    if (!header) return undefined;
    if (header.id === SyncId.done) return { modifiedAt: new Date(header.length * 1000) };
    if (header.id !== SyncId.data) return { problem: 'invalid data message' };
    if (header.length > SYNC_DATA_MAX_BYTES) return { problem: 'oversize data message' };
    const block = await channel.readExactly(header.length);
    if (!block) return undefined;
    onBlock(block);
  }
}

async function whyRefused(files: SyncFileSystem, path: string): Promise<string | undefined> {
  try {
    return (await files.stat(path)).isDirectory ? 'Is a directory' : undefined;
  } catch (error) {
    const { errno, text } = describeFileError(error);
    return errno === 2 ? undefined : text;
  }
}

async function store(
  files: SyncFileSystem,
  path: string,
  mode: number,
  content: Buffer,
  modifiedAt: Date,
): Promise<void> {
  await files.mkdir(posix.dirname(path), { recursive: true });
  if (isLinkMode(mode)) {
    await files.rm(path, { force: true });
    await files.symlink(content.toString('utf8').replace(/\0+$/, ''), path);
    return;
  }
  await files.writeFile(path, content);
  await files.chmod(path, forEveryone(mode));
  await files.utimes(path, modifiedAt, modifiedAt);
}

/** What the owner may, group and others may too, as adbd has it. */
function forEveryone(mode: number): number {
  const withGroup = (mode & 0o777) | ((mode >> 3) & 0o070);
  return withGroup | ((withGroup >> 3) & 0o007);
}
