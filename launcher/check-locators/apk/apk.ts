import { promisify } from 'node:util';
import { buffer } from 'node:stream/consumers';
import * as yauzl from 'yauzl';
import { MalformedResourcesError } from './chunks.ts';
import { packageNameIn } from './manifest.ts';
import { readResourceTable, type ResourcePackage } from './resource-table.ts';

/** What is asked of an APK. */
export interface Apk {
  /** Of its manifest. */
  readonly packageName: string;
  readonly packages: readonly ResourcePackage[];
}

const MANIFEST = 'AndroidManifest.xml';
const RESOURCES = 'resources.arsc';
/** The greatest known, of Xiaomi's Settings, has 20 MB. */
const MAX_PART_BYTES = 256 * 1024 * 1024;

/**
 * Reads an APK as it lies on a phone.
 * @throws {MalformedResourcesError} when it is none. An APK without resources of its own has no packages.
 */
export async function readApk(path: string): Promise<Apk> {
  const parts = await partsOf(path);
  const manifest = parts.get(MANIFEST);
  const packageName = manifest && packageNameIn(manifest);
  if (packageName === undefined) throw new MalformedResourcesError(`no ${MANIFEST} in it`);
  const resources = parts.get(RESOURCES);
  return { packageName, packages: resources === undefined ? [] : readResourceTable(resources) };
}

const open = promisify<string, yauzl.Options, yauzl.ZipFile>(yauzl.open);

async function partsOf(path: string): Promise<Map<string, Buffer>> {
  const zip = await openZip(path);
  const parts = new Map<string, Buffer>();
  const read = promisify(zip.openReadStream.bind(zip)) as (
    entry: yauzl.Entry,
  ) => Promise<NodeJS.ReadableStream>;
  await new Promise<void>((resolve, reject) => {
    zip.on('error', reject);
    zip.on('end', resolve);
    zip.on('entry', (entry: yauzl.Entry) => {
      const isWanted =
        [MANIFEST, RESOURCES].includes(entry.fileName) && entry.uncompressedSize <= MAX_PART_BYTES;
      if (!isWanted) {
        zip.readEntry();
        return;
      }
      read(entry)
        .then(buffer)
        .then((bytes) => {
          parts.set(entry.fileName, bytes);
          zip.readEntry();
        })
        .catch(reject);
    });
    zip.readEntry();
  }).finally(() => zip.close());
  return parts;
}

async function openZip(path: string): Promise<yauzl.ZipFile> {
  try {
    return await open(path, { lazyEntries: true, autoClose: false });
  } catch (error) {
    throw new MalformedResourcesError('no archive', { cause: error });
  }
}
