import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PROJECT_ROOT } from '../config/paths.ts';
import { onEmulatedPhone, withoutOwnSettings } from '../scripts/own-settings.mjs';
import { measure, timed, type Measurement } from './measure.ts';

/** `npm start` as a person runs it, after its set-up, against a service that answers at once. */
export async function wholeRunBenchmarks(): Promise<Measurement[]> {
  const stateDir = await mkdtemp(join(tmpdir(), 'mi-bench-'));
  try {
    return [await measure('npm start', 20_000, 3, () => timed(() => npmStart(stateDir)))];
  } finally {
    await rm(stateDir, { recursive: true });
  }
}

/** Nobody's settings: a benchmark signs up on no phone but its own. */
export function startEnvironment(
  env: NodeJS.ProcessEnv,
  stateDir: string,
  dotenv?: string,
): NodeJS.ProcessEnv {
  return {
    ...onEmulatedPhone(withoutOwnSettings(env, dotenv), stateDir),
    MI_EMULATOR_LATENCY: '0',
  };
}

async function npmStart(stateDir: string): Promise<void> {
  const child = spawn('npm', ['start'], {
    cwd: PROJECT_ROOT,
    stdio: ['ignore', 'ignore', 'inherit'],
    env: startEnvironment(process.env, stateDir),
  });
  const [code] = (await once(child, 'close')) as [number | null];
  if (code !== 0) throw new Error(`npm start ended with exit code ${String(code)}`);
}
