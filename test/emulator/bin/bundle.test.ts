import assert from 'node:assert/strict';
import { mkdir, mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { bundle } from '../../../emulator/bin/bundle.mjs';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bundle-'));
  await mkdir(join(folder, 'sources/parts'), { recursive: true });
  await writeFile(join(folder, 'tsconfig.json'), '{}');
});
afterEach(() => rm(folder, { recursive: true }));

const cache = () => join(folder, 'cache');
const source = (name: string, text: string) => writeFile(join(folder, 'sources', name), text);
const bundled = () =>
  bundle({
    entry: join(folder, 'sources/main.ts'),
    tsconfig: join(folder, 'tsconfig.json'),
    cache: cache(),
  });
const load = async () => (await import(await bundled())) as { readonly answer: unknown };

test('a change of any source shows at the next start', async () => {
  await source('main.ts', "export { answer } from './parts/answer.ts';");
  await source('parts/answer.ts', 'export const answer: number = 1;');
  assert.equal((await load()).answer, 1);
  await source('parts/answer.ts', 'export const answer: number = 2;');
  assert.equal((await load()).answer, 2);
});

test('what has not changed is not built again', async () => {
  await source('main.ts', 'export const answer = 1;');
  assert.equal(await bundled(), await bundled());
  assert.equal((await readdir(cache())).length, 1);
});

test('of several starts at once each finds a whole bundle', async () => {
  await source('main.ts', "export const answer = (await import('./parts/answer.ts')).answer;");
  await source('parts/answer.ts', 'export const answer = 1;');
  const answers = await Promise.all(Array.from({ length: 4 }, load));
  assert.deepEqual(
    answers.map(({ answer }) => answer),
    [1, 1, 1, 1],
  );
  assert.equal((await readdir(cache())).length, 1);
});

test('a module finds its neighbours from where its source is', async () => {
  await source('main.ts', "export { answer } from './parts/answer.ts';");
  await source('parts/answer.ts', 'export const answer = import.meta.url;');
  const { href } = pathToFileURL(join(folder, 'sources/parts/answer.ts'));
  assert.equal((await load()).answer, href);
});

test('a source that cannot be read is told with its place, and nothing is kept of it', async () => {
  await source('main.ts', 'export const answer = ;');
  await assert.rejects(bundled(), /sources\/main\.ts:1:22/);
  assert.deepEqual(await readdir(cache()), []);
});

test('a bundle of sources long gone is removed when a new one is built', async () => {
  await source('main.ts', 'export const answer = 1;');
  await bundled();
  const [old = ''] = await readdir(cache());
  const longAgo = new Date(Date.now() - 25 * 3_600_000);
  await utimes(join(cache(), old), longAgo, longAgo);
  await source('main.ts', 'export const answer = 2;');
  await bundled();
  const kept = await readdir(cache());
  assert.deepEqual([kept.length, kept.includes(old)], [1, false]);
});
