import {
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { onEmulatedPhone } from './own-settings.mjs';
import { ROOT } from './prepare.mjs';
import { entryText, unfinished } from './test-processes.mjs';

/**
 * What a runner says it ran.
 *
 * @typedef {{ passed: number, failed: number, skipped: number }} Counts
 *
 * What became of a runner: its counts, with one failed test more for each problem that no test
 * stands for, so that the sums never read as if all were well.
 *
 * @typedef {{ name: string, passed: number, failed: number, skipped: number, durationMs: number, problems: string[] }} Ran
 */

const UNIT_LIMIT_MS = 15 * 60_000;
/** The longest takes under a minute, two on a busy machine; the file in it that hangs is named. */
const PROCESS_LIMIT_MS = 5 * 60_000;
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
 * @param {readonly string[]} [known] what else is known to have gone wrong, one failed test each
 * @returns {Ran}
 */
export function judge(name, counts, { code, timedOut }, durationMs, known = []) {
  const { passed = 0, failed = 0, skipped = 0 } = counts ?? {};
  const problems = [...known];
  if (timedOut) problems.push('took too long and was ended');
  else if (counts === undefined) problems.push(`ended with ${code} and no counts`);
  else if (passed + failed + skipped + problems.length === 0) problems.push('ran no test');
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
 * Runs test files with node's test runner, those of a group in one process, groups begun in their order. A
 * file that does not end, or whose process does not in `processLimitMs`, counts as a failed test of its name,
 * and so do those of its group that were to come after it.
 *
 * @param {import('./processes.mjs').Processes} processes
 * @param {string} name
 * @param {readonly (readonly string[])[]} groups
 * @param {{ env: Record<string, string | undefined>, show?: boolean, processLimitMs?: number, perCore?: number }} options
 *   `perCore`: how many processes for each core at a time
 * @returns {Promise<Ran>}
 */
export async function runNodeTests(
  processes,
  name,
  groups,
  { env, show = true, processLimitMs = PROCESS_LIMIT_MS, perCore = 1 },
) {
  const started = performance.now();
  if (groups.length === 0) {
    return judge(name, { passed: 0, failed: 0, skipped: 0 }, { code: 0, timedOut: false }, 0);
  }
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'node-tests-')));
  try {
    const countsFile = join(folder, 'counts.json');
    /** @type {Map<string, readonly string[]>} */
    const filesOf = new Map();
    for (const [at, files] of groups.entries()) {
      // Node begins with what is first in the alphabet.
      const entry = join(folder, `${String(at).padStart(4, '0')}.mjs`);
      writeFileSync(entry, entryText(files));
      filesOf.set(entry, files);
    }
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
        `--test-timeout=${processLimitMs}`,
        ...reporter('failures.mjs', 'stdout'),
        ...reporter('counts.mjs', countsFile),
        ...filesOf.keys(),
      ],
      { cwd: ROOT, env, limitMs: UNIT_LIMIT_MS, show },
    );
    const counted = /** @type {import('./reporters/counts.mjs').CountedProcesses | undefined} */ (
      readJson(countsFile)
    );
    const known = counted === undefined ? [] : unfinished(filesOf, counted);
    return judge(name, counted?.tests, ended, performance.now() - started, known);
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
