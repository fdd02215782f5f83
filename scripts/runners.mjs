import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { onEmulatedPhone } from './own-settings.mjs';
import { ROOT } from './prepare.mjs';

/**
 * What a runner says it ran.
 *
 * @typedef {{ passed: number, failed: number, skipped: number, emptyFiles?: string[] }} Counts
 *
 * What became of a runner: its counts, with one failed test more for each problem that no test
 * stands for, so that the sums never read as if all were well.
 *
 * @typedef {{ name: string, passed: number, failed: number, skipped: number, durationMs: number, problems: string[] }} Ran
 */

const UNIT_LIMIT_MS = 15 * 60_000;
/** The longest file takes under a minute, two on a busy machine; one that hangs is named. */
const FILE_LIMIT_MS = 5 * 60_000;
const SPECS_LIMIT_MS = 15 * 60_000;
/** Every profile of the emulated phone, and over them every language that the harness knows. */
const SMOKE_PHONES = [
  'redmi-note-13-pro-5g@en',
  'xiaomi-13@zh-CN',
  'redmi-note-8-2021@zh-TW',
  'redmi-7a@ru',
];
const REPORTS = join(ROOT, 'reports');

/**
 * Judges a runner by its counts and its end.
 *
 * @param {string} name
 * @param {Counts | undefined} counts undefined if it left none
 * @param {{ code: number, timedOut: boolean }} ended
 * @param {number} durationMs
 * @returns {Ran}
 */
export function judge(name, counts, { code, timedOut }, durationMs) {
  const { passed = 0, failed = 0, skipped = 0, emptyFiles = [] } = counts ?? {};
  const problems = emptyFiles.map((file) => `${relative(ROOT, file)} holds no test`);
  if (timedOut) problems.push('took too long and was ended');
  else if (counts === undefined) problems.push(`ended with ${code} and no counts`);
  else if (passed + failed + skipped + emptyFiles.length === 0) problems.push('ran no test');
  else if (code !== 0 && failed === 0 && problems.length === 0) {
    problems.push(`ended with ${code} though no test failed`);
  }
  return { name, passed, failed: failed + problems.length, skipped, durationMs, problems };
}

/**
 * @param {string} folder
 * @param {string} ending
 * @returns {string[]} the files below it with that ending, sorted
 */
export function filesBelow(folder, ending) {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(ending))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

/**
 * @param {string} path
 * @returns {unknown} the JSON in it, undefined if there is none
 */
function readJson(path) {
  try {
    /** @type {unknown} */
    const value = JSON.parse(readFileSync(path, 'utf8'));
    return value;
  } catch {
    return undefined;
  }
}

/**
 * Runs test files with node's test runner. A file that does not end, or not in `fileLimitMs`, is a
 * failed test of its name.
 *
 * @param {import('./processes.mjs').Processes} processes
 * @param {string} name
 * @param {readonly string[]} files
 * @param {{ env: Record<string, string | undefined>, show?: boolean, fileLimitMs?: number, perCore?: number }} options
 *   `perCore`: how many files for each core at a time
 * @returns {Promise<Ran>}
 */
export async function runNodeTests(
  processes,
  name,
  files,
  { env, show = true, fileLimitMs = FILE_LIMIT_MS, perCore = 1 },
) {
  const started = performance.now();
  if (files.length === 0) {
    return judge(name, { passed: 0, failed: 0, skipped: 0 }, { code: 0, timedOut: false }, 0);
  }
  const folder = mkdtempSync(join(tmpdir(), 'node-tests-'));
  try {
    const countsFile = join(folder, 'counts.json');
    const reporter = (/** @type {string} */ file, /** @type {string} */ destination) => [
      `--test-reporter=${new URL(`reporters/${file}`, import.meta.url).href}`,
      `--test-reporter-destination=${destination}`,
    ];
    const ended = await processes.node(
      [
        ...[
          '--import',
          'tsx',
          '--test',
          `--test-concurrency=${Math.ceil(perCore * availableParallelism())}`,
        ],
        `--test-timeout=${fileLimitMs}`,
        ...reporter('failures.mjs', 'stdout'),
        ...reporter('counts.mjs', countsFile),
        ...files,
      ],
      { cwd: ROOT, env, limitMs: UNIT_LIMIT_MS, show },
    );
    const counts = /** @type {Counts | undefined} */ (readJson(countsFile));
    return judge(name, counts, ended, performance.now() - started);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/**
 * Runs the specs tagged @smoke on every emulated phone, as `npm run regression` does it for a person.
 *
 * @param {import('./processes.mjs').Processes} processes
 * @param {{ env: Readonly<Record<string, string | undefined>> }} options
 * @returns {Promise<Ran>}
 */
export async function runSmokeSpecs(processes, { env }) {
  const started = performance.now();
  const summary = join(REPORTS, 'summary.json');
  // An older run's summary must not pass for this one's.
  rmSync(summary, { force: true });
  const stateDir = mkdtempSync(join(tmpdir(), 'smoke-state-'));
  try {
    const ended = await processes.node(
      [
        ...['--import', 'tsx', 'launcher/regression.ts'],
        ...['--tags', 'smoke', '--profiles', SMOKE_PHONES.join(',')],
      ],
      { cwd: ROOT, env: onEmulatedPhone(env, stateDir), limitMs: SPECS_LIMIT_MS, show: true },
    );
    const { tests } = /** @type {{ tests?: Counts }} */ (readJson(summary) ?? {});
    return judge('smoke', tests, ended, performance.now() - started);
  } finally {
    rmSync(stateDir, { recursive: true });
  }
}
