import { readdir, readFile, stat } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { UsageError } from '../command-line.ts';
import { readApk, type Apk } from './apk/apk.ts';
import { MalformedResourcesError } from './apk/chunks.ts';
import { SourceScreen } from './screens/source-screen.ts';

/** A recorded screen, by the path of its file. */
export interface ScreenInput {
  readonly path: string;
  readonly screen: SourceScreen;
}

export interface ApkInput {
  readonly path: string;
  readonly apk: Apk;
}

export interface Inputs {
  readonly screens: readonly ScreenInput[];
  readonly apks: readonly ApkInput[];
}

const EXPECTED = 'page sources (.xml), apps (.apk), or folders of them';

/**
 * Reads what was named on the command line; of folders everything that can be checked.
 * @throws {UsageError} for a path that is nothing of the kind.
 */
export async function readInputs(paths: readonly string[]): Promise<Inputs> {
  const screens: ScreenInput[] = [];
  const apks: ApkInput[] = [];
  for (const path of paths) {
    for (const file of await filesAt(path)) {
      if (extname(file) === '.apk') apks.push({ path: file, apk: await apkAt(file) });
      else screens.push({ path: file, screen: await screenAt(file) });
    }
  }
  return { screens, apks };
}

async function filesAt(path: string): Promise<string[]> {
  const about = await stat(path).catch(() => refuse(path, 'no such file'));
  if (!about.isDirectory()) return [path];
  const files = (await readdir(path, { recursive: true }))
    .filter((file) => ['.xml', '.apk'].includes(extname(file)))
    .sort();
  if (files.length === 0) refuse(path, 'a folder that has none');
  return files.map((file) => join(path, file));
}

async function screenAt(path: string): Promise<SourceScreen> {
  const source = await readFile(path, 'utf8');
  const screen = parsed(source) ?? refuse(path, 'no page source');
  return screen.isEmpty ? refuse(path, 'no page source') : screen;
}

function parsed(source: string): SourceScreen | undefined {
  try {
    return new SourceScreen(source);
  } catch {
    return undefined;
  }
}

async function apkAt(path: string): Promise<Apk> {
  try {
    return await readApk(path);
  } catch (error) {
    if (!(error instanceof MalformedResourcesError)) throw error;
    return refuse(path, `no app of Android's: ${error.message}`);
  }
}

function refuse(path: string, seen: string): never {
  throw new UsageError(`${path} cannot be checked.`, {
    expected: EXPECTED,
    seen,
    remedy: 'run `npm run check:locators -- --help`',
  });
}
