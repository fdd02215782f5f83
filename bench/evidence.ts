import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { PROJECT_ROOT } from '../config/paths.ts';
import { summary, timed, type Measurement } from './measure.ts';
import { startEnvironment } from './whole-run.ts';

const PAIRS = 5;
/** Of a passing run's time. */
const GOAL_PERCENT = 5;

/**
 * What pictures of each step cost a run that passes: `npm start` with and without them in turn, so that
 * both meet the same load, each pair the other way round than the one before.
 */
export async function evidenceBenchmarks(): Promise<Measurement[]> {
  const failing: number[] = [];
  const none: number[] = [];
  for (let pair = 0; pair < PAIRS; pair += 1) {
    const order = pair % 2 === 0 ? ['failing', 'none'] : ['none', 'failing'];
    for (const mode of order) {
      const ms = await timed(() => npmStart(mode));
      (mode === 'none' ? none : failing).push(ms);
    }
  }
  const costs = failing.map((ms, pair) => (ms / (none[pair] ?? NaN) - 1) * 100);
  return [
    summary('npm start, evidence none', none, { unit: 'ms' }),
    summary('npm start, evidence failing', failing, { unit: 'ms' }),
    summary('evidence of a passing run', costs, { unit: '%', goal: GOAL_PERCENT }),
  ];
}

/** @throws Error unless it passes. */
async function npmStart(mode: string): Promise<void> {
  const stateDir = await mkdtemp(join(tmpdir(), 'mi-bench-'));
  try {
    await promisify(execFile)('npm', ['start'], {
      cwd: PROJECT_ROOT,
      // The service takes a second for an answer, as it does unless it is told otherwise.
      env: {
        ...startEnvironment(process.env, stateDir),
        MI_EMULATOR_LATENCY: '1s',
        MI_EVIDENCE: mode,
      },
      maxBuffer: 16 * 1024 * 1024,
    });
  } finally {
    await rm(stateDir, { recursive: true });
  }
}
