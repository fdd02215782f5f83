import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { PROJECT_ROOT } from '../config/paths.ts';
import { summary, timed, type Measurement } from './measure.ts';
import { startEnvironment } from './whole-run.ts';

const COUNT = 8;
/** What so many phones at once may take, in times of what one takes: by the service's latency. */
const GOALS: Readonly<Record<string, number>> = { '1s': 2.5, '0': 4.5 };

/** `npm start` with one phone and with eight, one after the other, in one and the same load. */
export async function parallelBenchmarks(): Promise<Measurement[]> {
  const measured: Measurement[] = [];
  for (const [latency, goal] of Object.entries(GOALS)) {
    const oneMs = await timed(() => npmStart(1, latency));
    const manyMs = await timed(() => npmStart(COUNT, latency));
    measured.push(
      summary(`1 sign-up, latency ${latency}`, [oneMs], { unit: 'ms' }),
      summary(`${COUNT} sign-ups at once, latency ${latency}`, [manyMs], { unit: 'ms' }),
      summary(`${COUNT} to 1, latency ${latency}`, [manyMs / oneMs], { unit: 'times', goal }),
    );
  }
  return measured;
}

/** @throws Error unless every phone has its account. */
async function npmStart(phones: number, latency: string): Promise<void> {
  const stateDir = await mkdtemp(join(tmpdir(), 'mi-bench-'));
  try {
    await promisify(execFile)('npm', ['start', '--', '--phones', String(phones)], {
      cwd: PROJECT_ROOT,
      env: { ...startEnvironment(process.env, stateDir), MI_EMULATOR_LATENCY: latency },
      maxBuffer: 16 * 1024 * 1024,
    });
  } finally {
    await rm(stateDir, { recursive: true });
  }
}
