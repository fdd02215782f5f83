import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkDocuments } from './checks/documents.mjs';
import { sortLintResults } from './checks/lint.mjs';
import { lockFileProblems } from './checks/lock-file.mjs';
import { checkWorkflows } from './checks/workflows.mjs';
import { ROOT } from './prepare.mjs';

/**
 * The outcome of one check.
 *
 * @typedef {{ name: string, ok: boolean, durationMs: number, report: string }} Checked
 *   `report`: what is wrong, empty if nothing is
 */

const CACHE = 'node_modules/.cache';
/** Lint takes two minutes; beside tests, and on a slow machine, some more. */
const LIMIT_MS = 10 * 60_000;

/**
 * @param {string} name
 * @param {readonly string[]} problems
 * @returns {Omit<Checked, 'durationMs'>}
 */
function listed(name, problems) {
  return { name, ok: problems.length === 0, report: problems.join('\n') };
}

/**
 * Runs everything that can be said about the code without running it.
 *
 * @param {import('./processes.mjs').Processes} processes
 * @param {(checked: Checked) => void} onChecked told each outcome as it is known
 * @param {{ atOnce?: number }} [options] `atOnce`: how many commands; two fit a small machine's two cores
 * @returns {Promise<Checked[]>}
 */
export async function runChecks(processes, onChecked, { atOnce = 2 } = {}) {
  const node = (/** @type {string[]} */ ...args) =>
    processes.node(args, { cwd: ROOT, limitMs: LIMIT_MS });
  const command = async (/** @type {string} */ name, /** @type {string[]} */ ...args) => {
    const { code, output } = await node(...args);
    return [{ name, ok: code === 0, report: code === 0 ? '' : output.trim() }];
  };
  const types = (/** @type {string} */ name, /** @type {string} */ project) =>
    command(
      name,
      'node_modules/typescript/bin/tsc',
      ...['--project', project, '--pretty', 'false', '--incremental'],
      ...['--tsBuildInfoFile', `${CACHE}/${project.replaceAll('/', '-')}.tsbuildinfo`],
    );
  // The longest first.
  const checks = [
    async () => {
      // Without a cache: ESLint's knows a file by its own text, and what rules say about types hangs on
      // the files that it imports, too.
      const { output } = await node(
        'node_modules/eslint/bin/eslint.js',
        ...['.', '--format', 'json', '--max-warnings', '0'],
      );
      if (!output.startsWith('[{')) return [listed('lint', [output.trim()])];
      const { lint, boundaries } = sortLintResults(output, ROOT);
      return [listed('lint', lint), listed('boundaries', boundaries)];
    },
    () => types('types', '.'),
    // What runs in a browser knows other globals.
    () => types('types of the operator page', 'operator/page'),
    () => types("types of the phone's page", 'emulator/view/page'),
    () =>
      command(
        'format',
        'node_modules/prettier/bin/prettier.cjs',
        ...['--check', '.', '--log-level', 'warn'],
        ...['--cache', '--cache-strategy', 'content'],
      ),
    () => command('unused', 'node_modules/knip/bin/knip.js', '--no-progress'),
    async () => {
      /** @type {unknown} */
      const lock = JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8'));
      return [
        listed('documents', checkDocuments(ROOT)),
        listed('lock file', lockFileProblems(/** @type {object} */ (lock))),
        listed('workflows', await checkWorkflows(ROOT)),
      ];
    },
  ];
  /** @type {Checked[]} */
  const all = [];
  const worker = async () => {
    for (let check = checks.shift(); check !== undefined; check = checks.shift()) {
      if (processes.stoppedBy !== undefined) return;
      const started = performance.now();
      const outcomes = await check();
      for (const outcome of outcomes) {
        const checked = { ...outcome, durationMs: performance.now() - started };
        all.push(checked);
        onChecked(checked);
      }
    }
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  return all;
}
