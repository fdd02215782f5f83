import { createHash, randomBytes } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** Another process may still load parts of a bundle that it started from, but not for long. */
const KEPT_FOR_MS = 24 * 3_600_000;

/**
 * @typedef {object} Program
 * @property {string} entry absolute path of the TypeScript file to run; all sources are in its folder
 * @property {string} tsconfig absolute path
 * @property {string} cache folder for bundles; npm packages must be found from it as from the sources
 */

/**
 * The program as a few files of JavaScript, which load in a third of the time that its sources
 * take through a loader. A bundle is named by what the sources hold, so that it is never stale.
 *
 * @param {Program} program
 * @returns {Promise<string>} URL of the module to import
 */
export async function bundle(program) {
  const folder = join(program.cache, contentHash(program));
  if (!existsSync(folder)) await build(program, folder);
  return pathToFileURL(join(folder, `${basename(program.entry, '.ts')}.mjs`)).href;
}

/** @param {Program} program */
function contentHash({ entry, tsconfig }) {
  const hash = createHash('sha256');
  for (const file of [tsconfig, ...sourceFiles(dirname(entry))]) {
    const content = readFileSync(file);
    hash.update(`${file}\0${content.length}\0`).update(content);
  }
  return hash.digest('hex').slice(0, 32);
}

/**
 * @param {string} folder
 * @returns {string[]}
 */
function sourceFiles(folder) {
  return readdirSync(folder, { withFileTypes: true })
    .filter(({ name }) => name !== 'node_modules')
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) return sourceFiles(path);
      return /\.(tsx?|mjs|json)$/.test(entry.name) ? [path] : [];
    });
}

/**
 * @param {Program} program
 * @param {string} folder of the bundle; appears only when it is complete
 */
async function build({ entry, tsconfig, cache }, folder) {
  const esbuild = await import('esbuild');
  const draft = `${folder}.${randomBytes(6).toString('hex')}`;
  mkdirSync(cache, { recursive: true });
  try {
    await esbuild.build({
      entryPoints: [entry],
      outdir: draft,
      outExtension: { '.js': '.mjs' },
      tsconfig,
      bundle: true,
      splitting: true,
      format: 'esm',
      platform: 'node',
      target: 'node20',
      packages: 'external',
      sourcemap: true,
      sourcesContent: false,
      logLevel: 'silent',
      plugins: [{ name: 'place-of-the-source', setup: keepImportMeta }],
    });
    renameSync(draft, folder);
  } catch (error) {
    // Of two processes that build the same, one is first; the other takes what is there.
    if (!existsSync(folder)) throw error;
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
  removeOld(cache, folder);
}

/**
 * Files and packages are found from where the source is, not from where the bundle is.
 *
 * @param {import('esbuild').PluginBuild} build
 */
function keepImportMeta(build) {
  build.onLoad({ filter: /\.tsx?$/ }, async ({ path }) => ({
    loader: path.endsWith('x') ? 'tsx' : 'ts',
    contents: (await readFile(path, 'utf8'))
      .replaceAll('import.meta.url', JSON.stringify(pathToFileURL(path).href))
      .replaceAll('import.meta.dirname', JSON.stringify(dirname(path)))
      .replaceAll('import.meta.filename', JSON.stringify(path)),
  }));
}

/**
 * @param {string} cache
 * @param {string} current
 */
function removeOld(cache, current) {
  for (const name of readdirSync(cache)) {
    const path = join(cache, name);
    // Another process may remove it at the same moment.
    const age = Date.now() - (statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? Infinity);
    if (path !== current && age > KEPT_FOR_MS) rmSync(path, { recursive: true, force: true });
  }
}
