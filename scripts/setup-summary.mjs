import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * Writes the summary of a run that ended in its set-up, as `reports/summary.schema.json` describes
 * it. The launcher, which writes all others, is TypeScript and cannot be loaded yet.
 *
 * @param {string} path of the summary; a reader never sees half of it
 * @param {number} startedAtMs
 * @param {{ name: string, message: string }} error
 * @returns {void}
 */
export function writeSetupSummary(path, startedAtMs, { name, message }) {
  const summary = {
    runId: `unfinished-${startedAtMs}`,
    outcome: 'failed',
    shard: null,
    startedAt: new Date(startedAtMs).toISOString(),
    durationMs: Date.now() - startedAtMs,
    tests: { passed: 0, failed: 0, skipped: 0 },
    phones: [],
    leftOut: [],
    moved: [],
    notRun: [],
    results: [],
    failures: [],
    flaky: [],
    notes: [],
    report: null,
    junit: [],
    error: { type: name, message, category: 'set-up' },
    errors: [{ type: name, message, category: 'set-up' }],
  };
  mkdirSync(dirname(path), { recursive: true });
  const unfinished = `${path}.${process.pid}.tmp`;
  writeFileSync(unfinished, `${JSON.stringify(summary, null, 2)}\n`);
  renameSync(unfinished, path);
}
