import { spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { parse } from 'yaml';
import { PROJECT_ROOT } from '../../config/paths.ts';

const FOLDER = join(PROJECT_ROOT, '.github', 'workflows');

export interface Step {
  id?: string;
  name?: string;
  if?: string;
  uses?: string;
  run?: string;
  with?: Record<string, string | number | boolean>;
  env?: Record<string, string>;
}

export interface Job {
  needs?: string;
  if?: string;
  'runs-on': string | string[];
  'timeout-minutes'?: number;
  permissions?: Record<string, string>;
  environment?: string | { name: string };
  strategy?: { 'fail-fast': boolean; matrix: Record<string, string | string[]> };
  env?: Record<string, string>;
  steps: Step[];
}

export interface Input {
  description: string;
  type: string;
  options?: string[];
  default: string | boolean;
}

/** A workflow of GitHub's, as far as tests look at it. */
export interface Workflow {
  name: string;
  on: { workflow_dispatch?: { inputs: Record<string, Input> } };
  permissions: Record<string, string>;
  concurrency?: { group: string; 'cancel-in-progress': boolean };
  env?: Record<string, string>;
  jobs: Record<string, Job>;
}

export const WORKFLOW_FILES = readdirSync(FOLDER);

export function workflowText(file: string): string {
  return readFileSync(join(FOLDER, file), 'utf8');
}

export function workflow(file: string): Workflow {
  return parse(workflowText(file)) as Workflow;
}

/** The step of a job with this name, or with this command. */
export function stepOf({ jobs }: Workflow, job: string, name: string): Step {
  const step = jobs[job]?.steps.find((one) => one.name === name || one.run === name);
  if (step === undefined) throw new Error(`${job} has no step “${name}”`);
  return step;
}

/** What a step did when its script was run as GitHub runs it, beside programs of the test's own. */
export interface Ran {
  code: number | null;
  output: string;
  /** The words of each call of such a program. */
  calls: string[][];
  /** What stood in the file of each of GitHub's variables. */
  files: Record<string, string>;
}

const FILES = ['GITHUB_STEP_SUMMARY', 'GITHUB_OUTPUT'];

/**
 * Runs a step's script.
 * @param env what the step's expressions come to.
 * @param programs what each of the programs that it calls is to do, in shell.
 */
export function runStep(
  step: Step,
  env: Record<string, string>,
  programs: Record<string, string>,
): Ran {
  const folder = mkdtempSync(join(tmpdir(), 'workflow-test-'));
  try {
    for (const [name, body] of Object.entries(programs)) {
      const log = `{ printf '%s\\0' "$@"; printf '\\n'; } >> '${join(folder, 'calls')}'`;
      writeFileSync(join(folder, name), `#!/bin/sh\n${log}\n${body}\n`);
      chmodSync(join(folder, name), 0o700);
    }
    for (const name of ['calls', ...FILES]) writeFileSync(join(folder, name), '');
    const script = join(folder, 'script.sh');
    writeFileSync(script, step.run ?? '');
    const { status, stdout } = spawnSync('bash', ['-e', script], {
      cwd: folder,
      encoding: 'utf8',
      env: {
        PATH: `${folder}${delimiter}${process.env['PATH'] ?? ''}`,
        ...Object.fromEntries(FILES.map((name) => [name, join(folder, name)])),
        ...env,
      },
    });
    const calls = readFileSync(join(folder, 'calls'), 'utf8').split('\0\n').filter(Boolean);
    return {
      code: status,
      output: stdout,
      calls: calls.map((call) => call.split('\0')),
      files: Object.fromEntries(
        FILES.map((name) => [name, readFileSync(join(folder, name), 'utf8')]),
      ),
    };
  } finally {
    rmSync(folder, { recursive: true });
  }
}
